/** A pause that others can cut short; a wake that comes early ends the next one. */
export class Pause {
	#end: (() => void) | null = null;
	#isWoken = false;

	/** Ends after `ms`, when woken, or when `signal` aborts; `null` waits without limit. */
	wait(ms: number | null, signal: AbortSignal): Promise<void> {
		const isWoken = this.#isWoken;
		this.#isWoken = false;
		if (signal.aborted || isWoken) return Promise.resolve();
		return new Promise((resolve) => {
			const end = () => {
				clearTimeout(timer);
				signal.removeEventListener("abort", end);
				this.#end = null;
				resolve();
			};
			const timer = ms === null ? undefined : setTimeout(end, ms);
			signal.addEventListener("abort", end);
			this.#end = end;
		});
	}

	wake(): void {
		if (this.#end) this.#end();
		else this.#isWoken = true;
	}
}
