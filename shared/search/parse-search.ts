import { numberSeries } from "../ticket/kinds.ts";
import { foldText } from "./fold-text.ts";
import { filterNamed, readFilter, type SearchFilter } from "./search-filter.ts";

/** Where something stands in what was typed. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** A word that must be somewhere, or, excluded, nowhere. Folded. */
export interface WordTerm extends Span {
	readonly type: "word";
	readonly word: string;
	readonly isExcluded: boolean;
}

/** Words that must stand together as they were quoted. Folded. */
export interface PhraseTerm extends Span {
	readonly type: "phrase";
	readonly phrase: string;
	readonly isExcluded: boolean;
}

/** A number that was typed with spaces, `INC 0012 345`; or it is just these words. */
export interface NumberTerm extends Span {
	readonly type: "number";
	readonly number: string;
	readonly words: readonly string[];
}

export interface FilterTerm extends Span {
	readonly type: "filter";
	readonly filter: SearchFilter;
	/** The value as typed, without quotes. */
	readonly value: string;
	readonly isExcluded: boolean;
}

/** The beginning of a filter, a phrase or an exclusion: it asks for nothing yet. */
export interface UnfinishedTerm extends Span {
	readonly type: "unfinished";
}

export type SearchTerm = WordTerm | PhraseTerm | NumberTerm | FilterTerm | UnfinishedTerm;

/** A quoted piece may have spaces in it; it is closed by a quote or by the end. */
const TOKEN = /-?(?:\p{L}+:|@)?"[^"]*(?:"|$)|\S+/gu;
const PARTS = /^(-?)(?:(\p{L}+):|(@))?(?:"([^"]*)"?|(.*))$/su;
const BARE_PRIORITY = /^p[1-5]$/i;
/** What surrounds a word in a sentence that was pasted. */
const AROUND = /^[,;()<>]+|[,;.!?()<>]+$/g;
const DIGITS = /^\d+$/;
/** No counter of a number is longer. */
const MOST_DIGITS = 12;

/**
 * What somebody means who types this: words, quoted phrases, `-` before what must not be there, and filters
 * as words (`p1 team:network older:3d @vera`). What is no known filter is a word.
 */
export function parseSearch(text: string): readonly SearchTerm[] {
	const terms = [...text.matchAll(TOKEN)].map((match) =>
		readToken(match[0], { from: match.index, to: match.index + match[0].length }),
	);
	return joinNumbers(terms);
}

function readToken(token: string, span: Span): SearchTerm {
	const [, minus = "", name, at, quoted, plain = ""] = PARTS.exec(token) ?? [];
	const isExcluded = minus !== "";
	const value = quoted ?? plain;
	const isBarePriority = name === undefined && !at && BARE_PRIORITY.test(plain);
	const filterName = at ? "assignee" : isBarePriority ? "priority" : filterNamed(name ?? "");
	const isWord = name !== undefined && !filterName;
	if (value.trim() === "" && !isWord) return { ...span, type: "unfinished" };
	const filter = filterName ? readFilter(filterName, value, quoted !== undefined) : null;
	if (filter) return { ...span, type: "filter", filter, value, isExcluded };
	if (quoted !== undefined && name === undefined && !at) return phraseTerm(quoted, isExcluded, span);
	const word = wordOf(token.slice(minus.length).replaceAll('"', ""));
	return word === "" ? { ...span, type: "unfinished" } : { ...span, type: "word", word, isExcluded };
}

function phraseTerm(quoted: string, isExcluded: boolean, span: Span): SearchTerm {
	const phrase = foldText(quoted).trim().replace(/\s+/g, " ");
	if (phrase.includes(" ")) return { ...span, type: "phrase", phrase, isExcluded };
	return { ...span, type: "word", word: phrase, isExcluded };
}

function wordOf(token: string): string {
	const folded = foldText(token).replace(/\s+/g, "");
	const bare = folded.replace(AROUND, "");
	const word = bare === "" ? folded : bare;
	return /^#\d+$/.test(word) ? word.slice(1) : word;
}

/** Words one after the other that are one number: a series or digits first, then digits. */
function joinNumbers(terms: readonly SearchTerm[]): readonly SearchTerm[] {
	const joined: SearchTerm[] = [];
	for (let index = 0; index < terms.length; ) {
		const run = numberRun(terms, index);
		const [first] = run;
		const last = run.at(-1);
		if (first && last && run.length > 1) {
			const words = run.map(({ word }) => word);
			joined.push({
				type: "number",
				from: first.from,
				to: last.to,
				number: words.join("").replace("#", ""),
				words,
			});
		} else joined.push(...terms.slice(index, index + 1));
		index += Math.max(1, run.length);
	}
	return joined;
}

function numberRun(terms: readonly SearchTerm[], start: number): readonly WordTerm[] {
	const first = terms[start];
	if (!isPlainWord(first) || !beginsNumber(first.word)) return [];
	const run = [first];
	let digits = first.word.replace(/\D/g, "").length;
	for (let index = start + 1; index < terms.length; index += 1) {
		const next = terms[index];
		if (!isPlainWord(next) || !DIGITS.test(next.word)) break;
		digits += next.word.length;
		if (digits > MOST_DIGITS) break;
		run.push(next);
	}
	return run;
}

function isPlainWord(term: SearchTerm | undefined): term is WordTerm {
	return term?.type === "word" && !term.isExcluded;
}

function beginsNumber(word: string): boolean {
	const [, letters = "", digits = ""] = /^([a-z]*)[-#]?(\d*)$/.exec(word) ?? [];
	if (letters === "") return digits !== "";
	return isSeries(letters);
}

/** Whether ticket numbers begin so. */
export function isSeries(word: string): boolean {
	return numberSeries().some((series) => series.toLowerCase() === word);
}
