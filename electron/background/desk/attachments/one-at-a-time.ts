/** Lets steps about the same thing wait for each other, and others go their way. */
export class OneAtATime {
	readonly #last = new Map<string, Promise<unknown>>();

	run<Value>(key: string, step: () => Promise<Value>): Promise<Value> {
		const result = (this.#last.get(key) ?? Promise.resolve()).then(step);
		const settled = result
			.catch(() => undefined)
			.then(() => {
				if (this.#last.get(key) === settled) this.#last.delete(key);
			});
		this.#last.set(key, settled);
		return result;
	}
}
