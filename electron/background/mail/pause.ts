/** A wait that can be ended early, also just before it begins. */
export class Pause {
	#end: (() => void) | null = null;
	#isEnded = false;

	async wait(forMs: number): Promise<void> {
		if (!this.#isEnded) {
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, forMs).unref();
				this.#end = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
		this.#end = null;
		this.#isEnded = false;
	}

	end(): void {
		this.#isEnded = true;
		this.#end?.();
	}
}
