/** Waits that double up to a limit, each a random part of it: many consoles must not return at once. */
export class Backoff {
	readonly #firstMs: number;
	readonly #limitMs: number;
	readonly #random: () => number;
	#failures = 0;

	constructor(firstMs: number, limitMs: number, random: () => number = Math.random) {
		this.#firstMs = firstMs;
		this.#limitMs = limitMs;
		this.#random = random;
	}

	/** How long to wait after one more failure, milliseconds; at least what the desk asked for. */
	next(atLeastMs = 0): number {
		const ceiling = Math.min(this.#limitMs, this.#firstMs * 2 ** this.#failures);
		this.#failures += 1;
		return Math.max(atLeastMs, ceiling * (0.5 + this.#random() / 2));
	}

	reset(): void {
		this.#failures = 0;
	}
}
