import type { Clock } from "../clock.ts";
import { Backoff } from "./backoff.ts";
import { Pause } from "./pause.ts";

/** When one that sends goes on: with anything new to send, and after a failure ever more slowly. */
export class SendingPace {
	readonly #idle: Pause;
	/** After a failure: new edits don't cut it short, or a busy desk would never rest. */
	readonly #rest: Pause;
	readonly #backoff: Backoff;

	constructor({ clock, random }: { readonly clock: Clock; readonly random?: () => number }) {
		this.#idle = new Pause(clock);
		this.#rest = new Pause(clock);
		this.#backoff = new Backoff(500, 30_000, random);
	}

	/** There may be something to send. */
	kick(): void {
		this.#idle.wake();
	}

	/** Try now instead of waiting. */
	hurry(): void {
		this.#backoff.reset();
		this.#rest.wake();
		this.kick();
	}

	/** The desk answered. */
	noteSuccess(): void {
		this.#backoff.reset();
	}

	/** Until there may be something to send. */
	untilKicked(signal: AbortSignal): Promise<void> {
		return this.#idle.wait(null, signal);
	}

	/** After a failure; at least what the desk asked for, milliseconds. */
	afterFailure(signal: AbortSignal, atLeastMs = 0): Promise<void> {
		return this.#rest.wait(this.#backoff.next(atLeastMs), signal);
	}
}
