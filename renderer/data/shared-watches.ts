import type { Topic, Topics } from "../worker/protocol.ts";
import type { DataClient, Watch } from "./data-client.ts";

/** A payload that came; the box tells "nothing yet" from a payload that is itself nothing. */
export interface Held<Name extends Topic> {
	readonly value: Topics[Name]["payload"];
}

type Listener = (held: Held<Topic>) => void;

interface SharedWatch {
	readonly watch: Watch;
	readonly listeners: Set<Listener>;
	held: Held<Topic> | undefined;
	timer: ReturnType<typeof setTimeout> | undefined;
}

/** From a list to a ticket and back: what was just on screen is there at once. */
const LINGER_MS = 10_000;
const LINGERING = 6;

/**
 * One watch for everybody on a page who asks the same. What the last one leaves lingers for a
 * moment, so that the next page begins with what is known instead of with nothing.
 */
export class SharedWatches {
	readonly #client: Pick<DataClient, "watch">;
	readonly #watches = new Map<string, SharedWatch>();

	constructor(client: Pick<DataClient, "watch">) {
		this.#client = client;
	}

	/** What is known now. */
	peek<Name extends Topic>(topic: Name, params: Topics[Name]["params"]): Held<Name> | undefined {
		return this.#watches.get(keyOf(topic, params))?.held as Held<Name> | undefined;
	}

	/** Hears of every payload, first of the one that is known. Answers how to stop. */
	listen<Name extends Topic>(
		topic: Name,
		params: Topics[Name]["params"],
		listener: (held: Held<Name>) => void,
	): (how: "linger" | "end") => void {
		const key = keyOf(topic, params);
		const shared = this.#watches.get(key) ?? this.#open(key, topic, params);
		clearTimeout(shared.timer);
		shared.timer = undefined;
		const heard = listener as Listener;
		shared.listeners.add(heard);
		if (shared.held) heard(shared.held);
		return (how) => {
			if (!shared.listeners.delete(heard) || shared.listeners.size > 0) return;
			if (how === "end" || shared.held === undefined) this.#close(key);
			else this.#linger(key, shared);
		};
	}

	#open(key: string, topic: Topic, params: Topics[Topic]["params"]): SharedWatch {
		const shared: SharedWatch = {
			watch: this.#client.watch(topic, params, (value) => {
				shared.held = { value };
				for (const listener of [...shared.listeners]) listener(shared.held);
			}),
			listeners: new Set(),
			held: undefined,
			timer: undefined,
		};
		this.#watches.set(key, shared);
		return shared;
	}

	#close(key: string): void {
		const shared = this.#watches.get(key);
		this.#watches.delete(key);
		clearTimeout(shared?.timer);
		shared?.watch.stop();
	}

	#linger(key: string, shared: SharedWatch): void {
		shared.timer = setTimeout(() => this.#close(key), LINGER_MS);
		// The one left last comes last.
		this.#watches.delete(key);
		this.#watches.set(key, shared);
		const lingering = [...this.#watches].filter(([, { timer }]) => timer !== undefined);
		for (const [old] of lingering.slice(0, -LINGERING)) this.#close(old);
	}
}

function keyOf(topic: Topic, params: unknown): string {
	return `${topic} ${JSON.stringify(params)}`;
}
