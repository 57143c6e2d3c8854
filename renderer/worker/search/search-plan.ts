import { parseSearch, type SearchTerm } from "../../../shared/search/parse-search.ts";
import type { FilterInput } from "../views/view-filter.ts";
import type { SearchReading } from "../views/view-protocol.ts";
import { type SlotTest, testsOf } from "./slot-test.ts";
import { fitWord, type WordFit } from "./word-fit.ts";

/** One thing that must be there; in each case all of `fits`. */
export type Wanted =
	| { readonly type: "word"; readonly fits: readonly WordFit[] }
	/** The number, or else the words that it was typed as. */
	| { readonly type: "number"; readonly number: WordFit; readonly fits: readonly WordFit[] }
	/** The words, one after the other as they were quoted; or a name that has them so. */
	| { readonly type: "phrase"; readonly phrase: WordFit; readonly fits: readonly WordFit[] };

/** What was typed, looked up in this cache once: what is left is to ask each ticket. */
export interface SearchPlan {
	readonly wanted: readonly Wanted[];
	readonly excluded: readonly Wanted[];
	readonly tests: readonly SlotTest[];
	readonly reading: SearchReading;
}

export function planSearch(text: string, input: FilterInput): SearchPlan {
	const terms = parseSearch(text);
	const isExcluded = (term: SearchTerm) => "isExcluded" in term && term.isExcluded;
	const wanted = terms.filter((term) => !isExcluded(term)).flatMap((term) => wantedBy(term, input, true));
	const excluded = terms.filter(isExcluded).flatMap((term) => wantedBy(term, input, false));
	const filters = terms.filter((term) => term.type === "filter");
	const { tests, unheard } = testsOf(filters, input);
	const near = wanted
		.flatMap(({ fits }) => fits)
		.filter(({ taken }) => taken.length > 0)
		.map(({ word, taken }) => ({ word, taken }));
	return { wanted, excluded, tests, reading: { near, unheard, marked: wanted.flatMap(markedOf) } };
}

function wantedBy(term: SearchTerm, input: FilterInput, isForgiving: boolean): readonly Wanted[] {
	const fitted = (word: string) => fitWord(word, input, isForgiving);
	switch (term.type) {
		case "word":
			return [{ type: "word", fits: [fitted(term.word)] }];
		case "number":
			return [{ type: "number", number: fitWord(term.number, input, false), fits: term.words.map(fitted) }];
		case "phrase": {
			// Who quotes means it as it is.
			const exact = (word: string) => fitWord(word, input, false);
			return [{ type: "phrase", phrase: exact(term.phrase), fits: term.phrase.split(" ").map(exact) }];
		}
		default:
			return [];
	}
}

function markedOf(wanted: Wanted): readonly string[] {
	if (wanted.type === "phrase") return [wanted.phrase.word];
	return wanted.fits.flatMap(({ word, taken }) => (taken.length > 0 ? taken : [word]));
}
