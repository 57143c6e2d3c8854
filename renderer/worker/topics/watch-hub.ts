import type { Aspect, Model } from "../engine/model.ts";
import type { PageMessage, Topic, WorkerMessage } from "../protocol.ts";
import { TOPIC_SOURCES } from "./topics.ts";

type WatchMessage = Extract<PageMessage, { readonly type: "watch" | "unwatch" }>;

interface OpenWatch {
	readonly topic: Topic;
	readonly params: unknown;
	/** Rises with every making. */
	making: number;
	/** The newest making that arrived: a slow one never overtakes a newer, and is not lost to one that only began. */
	arrived: number;
	/** What was sent last: the same is not sent again. */
	sent: Sent | null;
}

/** A payload; its text is made when there is another one to compare it with, never before the first is on its way. */
interface Sent {
	readonly payload: unknown;
	text: string | null;
}

/** Between two rounds of payloads, so that a storm of changes is drawn as fast as eyes follow. */
const ROUND_EVERY_MS = 40;

/** Sends each watch its payload, again whenever an aspect it depends on has changed. */
export class WatchHub {
	readonly #model: Model;
	readonly #post: (message: WorkerMessage) => void;
	readonly #onFailure: (error: unknown) => void;
	readonly #watches = new Map<number, OpenWatch>();
	readonly #touched = new Set<Aspect>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#lastRoundAt = Number.NEGATIVE_INFINITY;

	constructor(model: Model, post: (message: WorkerMessage) => void, onFailure: (error: unknown) => void) {
		this.#model = model;
		this.#post = post;
		this.#onFailure = onFailure;
	}

	/** A page's own question is answered at once. */
	take(message: WatchMessage): void {
		if (message.type === "unwatch") {
			this.#watches.delete(message.watchId);
			return;
		}
		const { topic, params } = message;
		const watch = { topic, params, making: 0, arrived: 0, sent: null };
		this.#watches.set(message.watchId, watch);
		this.#send(message.watchId, watch);
	}

	/** These changed; watches that depend on them follow in the next round. */
	touch(...aspects: readonly Aspect[]): void {
		for (const aspect of aspects) this.#touched.add(aspect);
		if (this.#timer !== undefined || this.#touched.size === 0) return;
		const wait = Math.max(0, this.#lastRoundAt + ROUND_EVERY_MS - performance.now());
		this.#timer = setTimeout(() => this.#round(), wait);
	}

	#round(): void {
		this.#timer = undefined;
		this.#lastRoundAt = performance.now();
		const touched = [...this.#touched];
		this.#touched.clear();
		for (const [watchId, watch] of this.#watches) {
			const { aspects } = TOPIC_SOURCES[watch.topic];
			if (touched.some((aspect) => aspects.has(aspect))) this.#send(watchId, watch);
		}
	}

	#send(watchId: number, watch: OpenWatch): void {
		watch.making += 1;
		const { making } = watch;
		try {
			const made = TOPIC_SOURCES[watch.topic].make(this.#model, watch.params as never);
			if (!(made instanceof Promise)) {
				this.#deliver(watchId, watch, made);
				return;
			}
			made.then((payload) => {
				if (making < watch.arrived) return;
				watch.arrived = making;
				this.#deliver(watchId, watch, payload);
			}, this.#onFailure);
		} catch (error) {
			this.#onFailure(error);
		}
	}

	#deliver(watchId: number, watch: OpenWatch, payload: unknown): void {
		if (payload === undefined || !this.#watches.has(watchId)) return;
		let text: string | null = null;
		if (watch.sent) {
			text = asText(payload);
			watch.sent.text ??= asText(watch.sent.payload);
			if (text === watch.sent.text) return;
		}
		watch.sent = { payload, text };
		this.#post({ type: "payload", watchId, payload });
	}
}

function asText(payload: unknown): string {
	return JSON.stringify(payload, withoutTimings);
}

/** How long it took says nothing about whether it changed. */
function withoutTimings(key: string, value: unknown): unknown {
	return key === "tookMs" ? undefined : value;
}
