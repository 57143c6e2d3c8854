import { radixSort } from "./radix-sort.ts";

/** What an order goes by: a number for each slot, and a text where numbers tie. */
export interface OrderKeys {
	readonly isDescending: boolean;
	/** `NaN` comes last either way. */
	readonly keyOf: (slot: number) => number;
	/** Settles equal keys; `null` where keys say everything. */
	readonly compareTexts: ((one: number, other: number) => number) | null;
	/** The same texts stretch by stretch, as numbers: where very many tie, a comparison each takes too long. */
	readonly textKeyOf?: (slot: number, depth: number) => number;
	/** Settles what is still equal, ascending either way: the ticket's number. */
	readonly tieOf: (slot: number) => number;
}

/** Beyond this share of changed rows sorting anew is cheaper than merging. */
const MERGE_SHARE = 1 / 16;
/** So few are merged in any case. */
const FEWEST_STALE = 100;
/** So many with one key are sorted by the next stretch of their texts rather than compared. */
const MANY_TIES = 2_000;
/** Texts that still tie after so many stretches are compared. */
const DEEPEST = 6;
/** So many texts are settled in one step of sorting ahead: some 20 ms. */
const SETTLED_A_STEP = 20_000;

/** All living slots in one order, kept so while few of them change. */
export class SlotOrder {
	readonly #keys: OrderKeys;
	readonly #isAlive: (slot: number) => boolean;
	readonly #byTie: ((size: number) => Uint32Array) | null;
	#sorted: Uint32Array = new Uint32Array(0);
	readonly #changed = new Set<number>();
	/** Not sorted yet, or so much has changed that it is sorted anew, whatever else comes. */
	#isStale = true;
	/** Rises with every change: what was being sorted meanwhile is void. */
	#notes = 0;

	/** `byTie` answers the living slots in the order that settles ties; without it they are sorted so first. */
	constructor(
		isAlive: (slot: number) => boolean,
		keys: OrderKeys,
		byTie: ((size: number) => Uint32Array) | null = null,
	) {
		this.#keys = keys;
		this.#isAlive = isAlive;
		this.#byTie = byTie;
	}

	note(slots: readonly number[]): void {
		this.#notes += 1;
		if (this.#isStale) return;
		for (const slot of slots) this.#changed.add(slot);
		this.#isStale =
			this.#changed.size > FEWEST_STALE && this.#changed.size > this.#sorted.length * MERGE_SHARE;
		if (this.#isStale) this.#changed.clear();
	}

	/** The slots in order; what changed is merged in first. */
	slots(size: number): Uint32Array {
		if (this.#isStale) this.#take(finish(this.#sortAll(size)));
		else if (this.#changed.size > 0) this.#take(this.#mergeChanged(size));
		return this.#sorted;
	}

	/** Sorts ahead, step by step: a million texts take more than a second, and somebody may press a key. */
	*prepare(size: number): Generator<void> {
		const notes = this.#notes;
		const sorting = this.#sortAll(size);
		// Where something changes meanwhile, or it is asked for, it is sorted when it is asked for.
		while (this.#isStale && this.#notes === notes) {
			const step = sorting.next();
			if (step.done) this.#take(step.value);
			else yield;
		}
	}

	#take(sorted: Uint32Array): void {
		this.#sorted = sorted;
		this.#isStale = false;
		this.#changed.clear();
	}

	*#sortAll(size: number): Generator<void, Uint32Array> {
		const byTie = this.#byTie ? this.#byTie(size) : yield* this.#sortByTie(size);
		const values = new Float64Array(size);
		for (const slot of byTie) values[slot] = this.#keys.keyOf(slot);
		yield;
		const sorted = yield* radixSort(byTie, values, this.#keys.isDescending);
		if (this.#keys.compareTexts) yield* this.#settleTies(sorted, values);
		return sorted;
	}

	*#sortByTie(size: number): Generator<void, Uint32Array> {
		const ties = new Float64Array(size);
		const alive = new Uint32Array(size);
		let count = 0;
		for (let slot = 0; slot < size; slot += 1) {
			if (!this.#isAlive(slot)) continue;
			alive[count] = slot;
			count += 1;
			ties[slot] = this.#keys.tieOf(slot);
		}
		yield;
		return yield* radixSort(alive.subarray(0, count), ties, false);
	}

	*#settleTies(sorted: Uint32Array, values: Float64Array, depth = 1): Generator<void> {
		const valueAt = (index: number) => values[sorted[index] ?? 0];
		let start = 0;
		let settled = 0;
		for (let index = 1; index <= sorted.length; index += 1) {
			if (index < sorted.length && valueAt(index) === valueAt(start)) continue;
			if (index - start > 1) yield* this.#settle(sorted.subarray(start, index), values, depth);
			settled += index - start;
			start = index;
			if (settled < SETTLED_A_STEP) continue;
			settled = 0;
			yield;
		}
	}

	*#settle(tied: Uint32Array, values: Float64Array, depth: number): Generator<void> {
		const { textKeyOf, isDescending } = this.#keys;
		if (!textKeyOf || tied.length < MANY_TIES || depth > DEEPEST) {
			tied.sort((one, other) => this.#compare(one, other));
			return;
		}
		for (const slot of tied) values[slot] = textKeyOf(slot, depth);
		tied.set(yield* radixSort(tied, values, isDescending));
		yield* this.#settleTies(tied, values, depth + 1);
	}

	#mergeChanged(size: number): Uint32Array {
		const moved = [...this.#changed].filter((slot) => this.#isAlive(slot));
		moved.sort((one, other) => this.#compare(one, other));
		const isChanged = new Uint8Array(size);
		for (const slot of this.#changed) isChanged[slot] = 1;
		return this.#merge(
			this.#sorted.filter((slot) => isChanged[slot] === 0),
			moved,
		);
	}

	#merge(staying: Uint32Array, moved: readonly number[]): Uint32Array {
		const merged = new Uint32Array(staying.length + moved.length);
		let copied = 0;
		for (const [count, slot] of moved.entries()) {
			const place = this.#placeOf(staying, slot, copied);
			merged.set(staying.subarray(copied, place), copied + count);
			merged[place + count] = slot;
			copied = place;
		}
		merged.set(staying.subarray(copied), copied + moved.length);
		return merged;
	}

	/** Where `slot` belongs among sorted slots, from `low` on. */
	#placeOf(sorted: Uint32Array, slot: number, low: number): number {
		let from = low;
		let to = sorted.length;
		while (from < to) {
			const middle = (from + to) >>> 1;
			if (this.#compare(sorted[middle] ?? 0, slot) < 0) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	#compare(one: number, other: number): number {
		const { isDescending, keyOf, compareTexts, tieOf } = this.#keys;
		const byKey = compareKeys(keyOf(one), keyOf(other), isDescending);
		if (byKey !== 0) return byKey;
		const byText = compareTexts ? compareTexts(one, other) : 0;
		if (byText !== 0) return isDescending ? -byText : byText;
		return tieOf(one) - tieOf(other) || one - other;
	}
}

/** All steps at once. */
function finish<Value>(steps: Generator<void, Value>): Value {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

function compareKeys(one: number, other: number, isDescending: boolean): number {
	const isOneLast = Number.isNaN(one);
	const isOtherLast = Number.isNaN(other);
	if (isOneLast || isOtherLast) return Number(isOneLast) - Number(isOtherLast);
	return isDescending ? other - one : one - other;
}

/** By code unit: one binary collation, so that desk and page sort alike. */
export function compareTexts(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
