import { isInRanges } from "../cache/number-key.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import type { FilterInput } from "../views/view-filter.ts";
import { markNumbered } from "./keep-planned.ts";
import type { SearchPlan, Wanted } from "./search-plan.ts";
import type { WordFit } from "./word-fit.ts";

/**
 * What a word counts by where it is: the number itself, in the title as a word, at the beginning of one (or
 * of a number), inside one, in a name, only with a typing error. A number is worth more than any other words
 * together could be.
 */
const POINTS = { number: 1_000, whole: 50, beginning: 40, inside: 30, name: 20, near: 10 } as const;

/** The best first, as many as are wanted: by points, then open before closed, then as `newestFirst` has them. */
export function rankMatches(
	newestFirst: Uint32Array,
	plan: SearchPlan,
	input: FilterInput,
	limit: number,
): readonly number[] {
	const { flags } = input.columns.data;
	const slots = inMemoryOrder(newestFirst, input.columns.size);
	const points = new Uint32Array(slots.length);
	for (const wanted of plan.wanted) addPoints(points, pointsOf(wanted, slots, input));
	const ranks = new Uint32Array(input.columns.size);
	for (let index = 0; index < slots.length; index += 1) {
		const slot = slots[index] ?? 0;
		const isOpen = ((flags[slot] ?? 0) & FLAG.open) === 0 ? 0 : 1;
		ranks[slot] = 2 * (points[index] ?? 0) + isOpen;
	}
	return best(newestFirst, ranks, limit);
}

/** As rows lie in memory: in any other order each would be a cache miss. */
function inMemoryOrder(slots: Uint32Array, size: number): Uint32Array {
	const isOne = new Uint8Array(size);
	for (const slot of slots) isOne[slot] = 1;
	const ordered = new Uint32Array(slots.length);
	let count = 0;
	for (let slot = 0; slot < size; slot += 1) {
		if (isOne[slot] !== 1) continue;
		ordered[count] = slot;
		count += 1;
	}
	return ordered;
}

/** Those of the highest ranks, the highest first; of equal ones the first. `ranks` are by slot. */
function best(slots: Uint32Array, ranks: Uint32Array, limit: number): readonly number[] {
	const found = new Map<number, number[]>();
	for (const slot of slots) {
		const rank = ranks[slot] ?? 0;
		const same = found.get(rank);
		if (!same) found.set(rank, [slot]);
		else if (same.length < limit) same.push(slot);
	}
	return [...found]
		.sort(([one], [other]) => other - one)
		.flatMap(([, of]) => of)
		.slice(0, limit);
}

/** What each of some slots has for one thing that was asked for. */
function pointsOf(wanted: Wanted, slots: Uint32Array, input: FilterInput): Uint32Array {
	const [first, ...others] = wanted.fits.map((fit) => pointsOfWord(fit, slots, input));
	const points = first ?? new Uint32Array(slots.length);
	for (const other of others) addPoints(points, other);
	if (wanted.type === "word") return points;
	const together = wanted.type === "number" ? wanted.number : wanted.phrase;
	const whole = pointsOfWord(together, slots, input);
	// However many words something was typed as, it counts as one.
	const parts = wanted.fits.length;
	return points.map((sum, index) => Math.max(whole[index] ?? 0, Math.round(sum / parts)));
}

function addPoints(points: Uint32Array, more: Uint32Array): void {
	for (let index = 0; index < points.length; index += 1)
		points[index] = (points[index] ?? 0) + (more[index] ?? 0);
}

const BY_FIT = Uint32Array.of(POINTS.name, POINTS.inside, POINTS.beginning, POINTS.whole);

/** Over all at once, test after test: a call for each ticket would take longer than what it asks. */
function pointsOfWord(fit: WordFit, slots: Uint32Array, input: FilterInput): Uint32Array {
	const points = new Uint32Array(slots.length);
	if (fit.taken.length > 0) return points.fill(POINTS.near);
	const { titles, data } = input.columns;
	const inTitles = titles.words.bestOfEach(slots, fit.titles);
	for (let index = 0; index < points.length; index += 1) points[index] = BY_FIT[inTitles[index] ?? 0] ?? 0;
	// All numbers of a series begin with its letters: that says little.
	if (!fit.numbers || !fit.wholeNumbers) return points;
	const numbered = markNumbered(fit.numbers, input);
	for (let index = 0; index < points.length; index += 1) {
		const slot = slots[index] ?? 0;
		if (numbered[slot] !== 1) continue;
		const isWhole = isInRanges(data.numberKey[slot] ?? 0, fit.wholeNumbers);
		points[index] = isWhole ? POINTS.number : Math.max(POINTS.beginning, points[index] ?? 0);
	}
	return points;
}
