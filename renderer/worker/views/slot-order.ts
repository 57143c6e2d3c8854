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

/** All living slots in one order, kept so while few of them change. */
export class SlotOrder {
	readonly #keys: OrderKeys;
	readonly #isAlive: (slot: number) => boolean;
	readonly #byTie: ((size: number) => Uint32Array) | null;
	#sorted: Uint32Array;
	readonly #changed = new Set<number>();
	/** So much has changed that it is sorted anew, whatever else comes. */
	#isStale = false;

	/** `byTie` answers the living slots in the order that settles ties; without it they are sorted so first. */
	constructor(
		size: number,
		isAlive: (slot: number) => boolean,
		keys: OrderKeys,
		byTie: ((size: number) => Uint32Array) | null = null,
	) {
		this.#keys = keys;
		this.#isAlive = isAlive;
		this.#byTie = byTie;
		this.#sorted = this.#sortAll(size);
	}

	note(slots: readonly number[]): void {
		if (this.#isStale) return;
		for (const slot of slots) this.#changed.add(slot);
		this.#isStale =
			this.#changed.size > FEWEST_STALE && this.#changed.size > this.#sorted.length * MERGE_SHARE;
		if (this.#isStale) this.#changed.clear();
	}

	/** The slots in order; what changed is merged in first. */
	slots(size: number): Uint32Array {
		if (this.#isStale) this.#sorted = this.#sortAll(size);
		else if (this.#changed.size > 0) this.#sorted = this.#mergeChanged(size);
		this.#isStale = false;
		this.#changed.clear();
		return this.#sorted;
	}

	#sortAll(size: number): Uint32Array {
		const byTie = this.#byTie ? this.#byTie(size) : this.#sortByTie(size);
		const values = new Float64Array(size);
		for (const slot of byTie) values[slot] = this.#keys.keyOf(slot);
		const sorted = radixSort(byTie, values, this.#keys.isDescending);
		if (this.#keys.compareTexts) this.#settleTies(sorted, values);
		return sorted;
	}

	#sortByTie(size: number): Uint32Array {
		const ties = new Float64Array(size);
		const alive = new Uint32Array(size);
		let count = 0;
		for (let slot = 0; slot < size; slot += 1) {
			if (!this.#isAlive(slot)) continue;
			alive[count] = slot;
			count += 1;
			ties[slot] = this.#keys.tieOf(slot);
		}
		return radixSort(alive.subarray(0, count), ties, false);
	}

	#settleTies(sorted: Uint32Array, values: Float64Array, depth = 1): void {
		const valueAt = (index: number) => values[sorted[index] ?? 0];
		let start = 0;
		for (let index = 1; index <= sorted.length; index += 1) {
			if (index < sorted.length && valueAt(index) === valueAt(start)) continue;
			if (index - start > 1) this.#settle(sorted.subarray(start, index), values, depth);
			start = index;
		}
	}

	#settle(tied: Uint32Array, values: Float64Array, depth: number): void {
		const { textKeyOf, isDescending } = this.#keys;
		if (!textKeyOf || tied.length < MANY_TIES || depth > DEEPEST) {
			tied.sort((one, other) => this.#compare(one, other));
			return;
		}
		for (const slot of tied) values[slot] = textKeyOf(slot, depth);
		tied.set(radixSort(tied, values, isDescending));
		this.#settleTies(tied, values, depth + 1);
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
