import type { CallOff } from "../../renderer/worker/clock.ts";
import { EventQueue, type PlannedEvent } from "./event-queue.ts";
import type { Life } from "./life.ts";
import type { Random } from "./random.ts";

/** Where every seed begins, milliseconds since 1970. */
const BEGIN_MS = 1_800_000_000_000;

/**
 * Decides everything that happens and when. One event at a time: all that follows from it without
 * waiting has happened before the next begins, so the same seed always runs the same way.
 */
export class Scheduler {
	readonly #queue = new EventQueue();
	readonly #random: Random;
	#elapsedMs = 0;
	#leaptMs = 0;
	#steps = 0;

	constructor(random: Random) {
		this.#random = random;
	}

	/** Since the seed began; what timers go by. */
	get elapsedMs(): number {
		return this.#elapsedMs;
	}

	/** The true time, by which no device needs to go. */
	get wallMs(): number {
		return BEGIN_MS + this.#leaptMs + Math.round(this.#elapsedMs);
	}

	get steps(): number {
		return this.#steps;
	}

	/** Time during which every machine slept. */
	leap(ms: number): void {
		this.#leaptMs += ms;
	}

	after(ms: number, life: Life | null, act: PlannedEvent["act"]): CallOff {
		const at = this.#elapsedMs + Math.max(0, ms);
		const event: PlannedEvent = { at, tie: this.#random.next(), life, act, isCalledOff: false };
		this.#queue.push(event);
		return () => {
			event.isCalledOff = true;
		};
	}

	/** Lets things happen for so long. */
	async runFor(ms: number): Promise<void> {
		const until = this.#elapsedMs + ms;
		for (let next = this.#queue.peek(); next && next.at <= until; next = this.#queue.peek()) {
			await this.#step();
		}
		this.#elapsedMs = Math.max(this.#elapsedMs, until);
	}

	/** Lets things happen until something that waits for them is done. */
	async until<Value>(promise: Promise<Value>): Promise<Value> {
		const ending = { isDone: false };
		const end = () => {
			ending.isDone = true;
		};
		promise.then(end, end);
		await settle();
		while (!ending.isDone) await this.runFor(1);
		return promise;
	}

	async #step(): Promise<void> {
		const event = this.#queue.pop();
		if (!event) return;
		this.#elapsedMs = Math.max(this.#elapsedMs, event.at);
		if (event.isCalledOff || event.life?.isOver) return;
		if (event.life && event.life.frozenUntil > this.#elapsedMs) {
			event.at = event.life.frozenUntil;
			this.#queue.push(event);
			return;
		}
		this.#steps += 1;
		await event.act();
		await settle();
	}
}

/** Everything that only waits for promises has happened when the next macrotask begins. */
function settle(): Promise<void> {
	return new Promise((resolve) => {
		setImmediate(resolve);
	});
}
