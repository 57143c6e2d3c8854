import type { Life } from "./life.ts";

/** Something that will happen. */
export interface PlannedEvent {
	at: number;
	/** Decides between events of one moment: by chance, never by who asked first. */
	readonly tie: number;
	/** Whose it is; `null` where nobody's end calls it off. */
	readonly life: Life | null;
	readonly act: () => void | Promise<void>;
	isCalledOff: boolean;
}

/** Events by when they happen: a binary heap. */
export class EventQueue {
	readonly #heap: PlannedEvent[] = [];

	get size(): number {
		return this.#heap.length;
	}

	push(event: PlannedEvent): void {
		const heap = this.#heap;
		let index = heap.length;
		heap.push(event);
		while (index > 0) {
			const above = (index - 1) >> 1;
			if (!isBefore(event, heap[above])) break;
			heap[index] = heap[above] as PlannedEvent;
			index = above;
		}
		heap[index] = event;
	}

	peek(): PlannedEvent | undefined {
		return this.#heap[0];
	}

	pop(): PlannedEvent | undefined {
		const heap = this.#heap;
		const first = heap[0];
		const last = heap.pop();
		if (first && last && heap.length > 0) this.#sink(last);
		return first;
	}

	#sink(event: PlannedEvent): void {
		const heap = this.#heap;
		let index = 0;
		for (;;) {
			const left = 2 * index + 1;
			const smaller = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
			const below = heap[smaller];
			if (!below || !isBefore(below, event)) break;
			heap[index] = below;
			index = smaller;
		}
		heap[index] = event;
	}
}

function isBefore(one: PlannedEvent | undefined, other: PlannedEvent | undefined): boolean {
	if (!one || !other) return false;
	return one.at === other.at ? one.tie < other.tie : one.at < other.at;
}
