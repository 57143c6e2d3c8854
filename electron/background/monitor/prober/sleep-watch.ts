import type { Clocks } from "./planner.ts";

/** The prober's loop comes by at least twice a second; this much later, the machine or the process slept. */
const LATE_MS = 5_000;
/** A clock set by more than this against the monotonic one: a sleep that stops it, or a jump. */
const JUMP_MS = 2_000;

/** Notices that time passed in which nothing could be observed. */
export class SleepWatch {
	#last: Clocks;

	constructor(clocks: Clocks) {
		this.#last = clocks;
	}

	/** The length of the gap just passed in milliseconds; 0 when there was none. */
	look(clocks: Clocks): number {
		const monotonicMs = clocks.monotonicMs - this.#last.monotonicMs;
		const wallMs = clocks.wallMs - this.#last.wallMs;
		this.#last = clocks;
		if (monotonicMs > LATE_MS) return Math.round(Math.max(monotonicMs, wallMs));
		return Math.abs(wallMs - monotonicMs) > JUMP_MS ? Math.round(Math.max(1, wallMs)) : 0;
	}
}
