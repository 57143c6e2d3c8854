import type { CallOff, Clock } from "../clock.ts";

/** A pause that others can cut short; a wake that comes early ends the next one. */
export class Pause {
	readonly #clock: Clock;
	#end: (() => void) | null = null;
	#isWoken = false;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Ends after `ms`, when woken, or when `signal` aborts; `null` waits without limit. */
	wait(ms: number | null, signal: AbortSignal): Promise<void> {
		const isWoken = this.#isWoken;
		this.#isWoken = false;
		if (signal.aborted || isWoken) return Promise.resolve();
		return new Promise((resolve) => {
			const end = () => {
				callOff?.();
				signal.removeEventListener("abort", end);
				this.#end = null;
				resolve();
			};
			const callOff: CallOff | undefined = ms === null ? undefined : this.#clock.after(ms, end);
			signal.addEventListener("abort", end);
			this.#end = end;
		});
	}

	wake(): void {
		if (this.#end) this.#end();
		else this.#isWoken = true;
	}
}
