/** All chance of one seed: the same numbers for the same seed, in the same order. */
export class Random {
	#state: number;

	constructor(seed: number) {
		// Neighbouring seeds must not begin alike.
		this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
	}

	/** From 0 to 1. */
	readonly next = (): number => {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** A whole number from `from` to `to`, both included. */
	int(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	pick<Item>(items: readonly Item[]): Item {
		const item = items[Math.floor(this.next() * items.length)];
		if (item === undefined) throw new Error("nothing to pick from");
		return item;
	}

	pickOrNone<Item>(items: readonly Item[]): Item | undefined {
		return items[Math.floor(this.next() * items.length)];
	}
}
