const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
const DIGIT_MASK = DIGITS - 1;
/** Below this the digits themselves are more work than comparing. */
const FEW = 1_000;

/**
 * Sorts slots by a numeric key each, stably: a radix sort on the bits of the doubles, since a
 * comparing sort of 100,000 rows takes longer than a keystroke may. `NaN` comes last either way.
 * In steps, of which each goes over all of them once: 20 ms for a million.
 */
export function* radixSort(
	slots: Uint32Array,
	keys: Float64Array,
	isDescending: boolean,
): Generator<void, Uint32Array> {
	if (slots.length < FEW) return sortFew(slots, keys, isDescending);
	const { low, high } = sortableWords(slots, keys, isDescending);
	yield;
	let from = countUp(slots.length);
	let to = new Uint32Array(slots.length);
	for (const [words, shift] of [
		[low, 0],
		[low, DIGIT_BITS],
		[high, 0],
		[high, DIGIT_BITS],
	] as const) {
		if (sortByDigit(from, to, words, shift)) [from, to] = [to, from];
		yield;
	}
	return from.map((index) => slots[index] ?? 0);
}

/** The same order by comparing, which is stable too. */
function sortFew(slots: Uint32Array, keys: Float64Array, isDescending: boolean): Uint32Array {
	const keyOf = (slot: number): number => {
		const key = keys[slot] ?? Number.NaN;
		return Number.isNaN(key) ? Number.POSITIVE_INFINITY : isDescending ? -key : key;
	};
	// Two infinities have no difference.
	return slots.toSorted((one, other) => {
		const [oneKey, otherKey] = [keyOf(one), keyOf(other)];
		return oneKey === otherKey ? 0 : oneKey - otherKey;
	});
}

/** One stable pass; false where all have the same digit and nothing moved. */
function sortByDigit(from: Uint32Array, to: Uint32Array, words: Uint32Array, shift: number): boolean {
	const starts = new Uint32Array(DIGITS + 1);
	for (let index = 0; index < words.length; index += 1) {
		const next = (((words[index] ?? 0) >>> shift) & DIGIT_MASK) + 1;
		starts[next] = (starts[next] ?? 0) + 1;
	}
	const first = ((words[0] ?? 0) >>> shift) & DIGIT_MASK;
	if (starts[first + 1] === words.length) return false;
	for (let digit = 1; digit <= DIGITS; digit += 1) {
		starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
	}
	for (let rank = 0; rank < from.length; rank += 1) {
		const index = from[rank] ?? 0;
		const digit = ((words[index] ?? 0) >>> shift) & DIGIT_MASK;
		const place = starts[digit] ?? 0;
		to[place] = index;
		starts[digit] = place + 1;
	}
	return true;
}

/** The doubles' bits, turned so that unsigned order is numeric order. */
function sortableWords(slots: Uint32Array, keys: Float64Array, isDescending: boolean) {
	const picked = new Float64Array(slots.length);
	for (let index = 0; index < slots.length; index += 1) {
		const key = keys[slots[index] ?? 0] ?? Number.NaN;
		// Plus zero turns −0 into 0, which sorts with it.
		picked[index] = Number.isNaN(key) ? Number.POSITIVE_INFINITY : (isDescending ? -key : key) + 0;
	}
	const bits = new Uint32Array(picked.buffer);
	const low = new Uint32Array(slots.length);
	const high = new Uint32Array(slots.length);
	for (let index = 0; index < slots.length; index += 1) {
		const lowBits = bits[2 * index] ?? 0;
		const highBits = bits[2 * index + 1] ?? 0;
		const isNegative = highBits >>> 31 === 1;
		low[index] = isNegative ? ~lowBits : lowBits;
		high[index] = isNegative ? ~highBits : highBits ^ 0x80000000;
	}
	return { low, high };
}

function countUp(length: number): Uint32Array<ArrayBuffer> {
	const counted = new Uint32Array(length);
	for (let index = 0; index < length; index += 1) counted[index] = index;
	return counted;
}
