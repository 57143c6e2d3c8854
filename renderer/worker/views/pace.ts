/** Makes a thing at most once in so long: at once where it is time, else once for all who ask meanwhile. */
export class Pace {
	readonly #everyMs: number;
	readonly #nextAt = new Map<string, number>();
	readonly #waiting = new Map<string, Promise<unknown>>();

	constructor(everyMs: number) {
		this.#everyMs = everyMs;
	}

	/** `key` names the thing. */
	run<Value>(key: string, make: () => Value): Value | Promise<Value> {
		const waiting = this.#waiting.get(key);
		// Under one key the same thing is made.
		if (waiting) return waiting as Promise<Value>;
		const wait = (this.#nextAt.get(key) ?? 0) - performance.now();
		if (wait <= 0) return this.#make(key, make);
		const made = new Promise((resolve) => setTimeout(resolve, wait)).then(() => {
			this.#waiting.delete(key);
			return this.#make(key, make);
		});
		this.#waiting.set(key, made);
		return made;
	}

	#make<Value>(key: string, make: () => Value): Value {
		const now = performance.now();
		for (const [other, nextAt] of this.#nextAt) if (nextAt <= now) this.#nextAt.delete(other);
		this.#nextAt.set(key, now + this.#everyMs);
		return make();
	}
}
