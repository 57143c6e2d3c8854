import type { Nearness } from "../../../shared/search/typing-error.ts";
import { type KeyRanges, keyRanges, wholeNumberRanges } from "../cache/number-key.ts";
import type { FilterInput } from "../views/view-filter.ts";

/** What in the cache has one word: words of titles, names and numbers, each by its own code. */
export interface WordFit {
	readonly word: string;
	/** Where nothing has the word: what it is taken for, the likeliest first. */
	readonly taken: readonly string[];
	/** By the words of all titles: a value of `FIT`. */
	readonly titles: Uint8Array;
	readonly people: Uint8Array;
	readonly teams: Uint8Array;
	readonly cis: Uint8Array;
	readonly hasNames: boolean;
	/** Where it may be the beginning of a number. */
	readonly numbers: KeyRanges | null;
	/** Where it may be a number as a whole. */
	readonly wholeNumbers: KeyRanges | null;
}

/** A word that nothing has is taken for so many others at most. */
const MOST_TAKEN = 3;
const HAS_DIGIT = /\d/;

/** What has a folded word; with `isForgiving`, where nothing does, what has the words one typing error from it. */
export function fitWord(word: string, input: FilterInput, isForgiving: boolean): WordFit {
	const fit = exactFit(word, input);
	if (!isForgiving || HAS_DIGIT.test(word) || fit.numbers || fit.hasNames || fit.titles.some(Boolean))
		return fit;
	const taken = nearWords(word, input);
	const fits = taken.map((other) => exactFit(other, input));
	if (fits.length === 0) return fit;
	const merged = (name: "titles" | "people" | "teams" | "cis") => mergeMasks(fits.map((one) => one[name]));
	return {
		...fit,
		taken,
		titles: merged("titles"),
		people: merged("people"),
		teams: merged("teams"),
		cis: merged("cis"),
		hasNames: fits.some(({ hasNames }) => hasNames),
	};
}

function exactFit(word: string, { columns, people, teams, cis }: FilterInput): WordFit {
	const ofNames = { people: people.matches(word), teams: teams.matches(word), cis: cis.matches(word) };
	return {
		word,
		taken: [],
		titles: columns.titles.wordsIncluding(word),
		...ofNames,
		hasNames: Object.values(ofNames).some((mask) => mask.includes(1)),
		numbers: keyRanges(word),
		wholeNumbers: wholeNumberRanges(word),
	};
}

/** Whole words before those that only begin so; of titles those that are used most. */
function nearWords(word: string, { columns, people, teams, cis }: FilterInput): readonly string[] {
	const { words } = columns.titles;
	const found = new Map<string, { readonly nearness: Nearness; readonly uses: number }>();
	const near = words.book.near(word);
	const uses = near.length > 0 ? words.countUses() : new Uint32Array(0);
	for (const { code, nearness } of near)
		if ((uses[code] ?? 0) > 0) found.set(words.book.wordAt(code), { nearness, uses: uses[code] ?? 0 });
	for (const list of [people, teams, cis])
		for (const name of list.near(word))
			if (!found.has(name.word)) found.set(name.word, { nearness: name.nearness, uses: 1 });
	const isWhole = [...found.values()].some(({ nearness }) => nearness === "whole");
	return [...found]
		.filter(([, { nearness }]) => !isWhole || nearness === "whole")
		.sort(([, one], [, other]) => other.uses - one.uses)
		.slice(0, MOST_TAKEN)
		.map(([text]) => text);
}

/** Of each code the most that any mask has. */
function mergeMasks(masks: readonly Uint8Array[]): Uint8Array {
	const merged = new Uint8Array(masks[0]?.length ?? 0);
	for (const mask of masks)
		for (let code = 0; code < merged.length; code += 1)
			if ((mask[code] ?? 0) > (merged[code] ?? 0)) merged[code] = mask[code] ?? 0;
	return merged;
}
