import { isInRanges } from "../cache/number-key.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import { FIT } from "../cache/word-book.ts";
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

/** A word with what of it is the same for all tickets. */
export interface ScoredFit {
	readonly fit: WordFit;
	/** A byte a slot: its number begins so. */
	readonly numbered: Uint8Array | null;
}

/** The best first, as many as are wanted: by points, then open before closed, then as `newestFirst` has them. */
export function rankMatches(
	newestFirst: Uint32Array,
	plan: SearchPlan,
	input: FilterInput,
	limit: number,
): readonly number[] {
	const { flags } = input.columns.data;
	const wanted = scoredOf(plan, input);
	const byRank = new Map<number, number[]>();
	for (const slot of newestFirst) {
		let rank = ((flags[slot] ?? 0) & FLAG.open) === 0 ? 0 : 1;
		for (const one of wanted) rank += 2 * pointsOf(one, slot, input);
		const same = byRank.get(rank);
		if (!same) byRank.set(rank, [slot]);
		else if (same.length < limit) same.push(slot);
	}
	return [...byRank]
		.sort(([one], [other]) => other - one)
		.flatMap(([, slots]) => slots)
		.slice(0, limit);
}

interface Scored {
	readonly type: Wanted["type"];
	readonly together: ScoredFit | null;
	readonly fits: readonly ScoredFit[];
}

function scoredOf({ wanted }: SearchPlan, input: FilterInput): readonly Scored[] {
	return wanted.map((one) => ({
		type: one.type,
		together: one.type === "word" ? null : scored(one.type === "number" ? one.number : one.phrase, input),
		fits: one.fits.map((fit) => scored(fit, input)),
	}));
}

export function scored(fit: WordFit, input: FilterInput): ScoredFit {
	return { fit, numbered: fit.numbers ? markNumbered(fit.numbers, input) : null };
}

function pointsOf({ together, fits }: Scored, slot: number, input: FilterInput): number {
	const whole = together ? pointsOfWord(together, slot, input) : 0;
	let points = 0;
	for (const fit of fits) points += pointsOfWord(fit, slot, input);
	return Math.max(whole, points / fits.length);
}

function pointsOfWord({ fit, numbered }: ScoredFit, slot: number, { columns }: FilterInput): number {
	const isNumbered = numbered !== null && numbered[slot] === 1;
	if (isNumbered && fit.wholeNumbers && isInRanges(columns.data.numberKey[slot] ?? 0, fit.wholeNumbers))
		return POINTS.number;
	const inTitle = columns.titles.words.bestOf(slot, fit.titles);
	if (fit.taken.length > 0) return POINTS.near;
	if (inTitle === FIT.whole) return POINTS.whole;
	// All numbers of a series begin with its letters: that says little.
	if (inTitle === FIT.beginning || (isNumbered && fit.wholeNumbers)) return POINTS.beginning;
	return inTitle === FIT.inside ? POINTS.inside : POINTS.name;
}
