/** A binary min-heap of things with a time: the only place where the prober keeps what is to come. */
export class TimeHeap<Item> {
	readonly #entries: { readonly at: number; readonly item: Item }[] = [];

	get size(): number {
		return this.#entries.length;
	}

	/** The earliest time, or `null`. */
	get nextAt(): number | null {
		return this.#entries[0]?.at ?? null;
	}

	push(at: number, item: Item): void {
		const entries = this.#entries;
		const entry = { at, item };
		let index = entries.push(entry) - 1;
		while (index > 0) {
			const parentIndex = (index - 1) >> 1;
			const parent = entries[parentIndex];
			if (!parent || parent.at <= at) break;
			entries[index] = parent;
			index = parentIndex;
		}
		entries[index] = entry;
	}

	/** Takes the earliest out if its time has come. */
	popDue(now: number): Item | undefined {
		const first = this.#entries[0];
		if (!first || first.at > now) return undefined;
		const last = this.#entries.pop();
		if (last && last !== first) this.#sink(last);
		return first.item;
	}

	#sink(entry: { readonly at: number; readonly item: Item }): void {
		const entries = this.#entries;
		let index = 0;
		for (;;) {
			const left = 2 * index + 1;
			const right = left + 1;
			const smaller = (entries[right]?.at ?? Infinity) < (entries[left]?.at ?? Infinity) ? right : left;
			const child = entries[smaller];
			if (!child || child.at >= entry.at) break;
			entries[index] = child;
			index = smaller;
		}
		entries[index] = entry;
	}
}
