/** Runs asynchronous steps one after the other; a step that fails stops no other. */
export class Serial {
	#last: Promise<unknown> = Promise.resolve();

	run<Value>(step: () => Promise<Value>): Promise<Value> {
		const result = this.#last.then(step);
		this.#last = result.catch(() => undefined);
		return result;
	}
}
