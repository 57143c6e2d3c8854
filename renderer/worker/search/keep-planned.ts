import type { KeyRanges } from "../cache/number-key.ts";
import type { FilterInput } from "../views/view-filter.ts";
import type { SearchPlan, Wanted } from "./search-plan.ts";
import type { WordFit } from "./word-fit.ts";

/**
 * Takes out of `found`, a byte a slot, what a search does not ask for. `known` are words that all of it
 * has: they are not asked again.
 */
export function keepPlanned(
	plan: SearchPlan,
	input: FilterInput,
	found: Uint8Array,
	known: ReadonlySet<string>,
): void {
	for (const holds of plan.tests)
		for (let slot = 0; slot < found.length; slot += 1) if (found[slot] === 1 && !holds(slot)) found[slot] = 0;
	for (const wanted of plan.wanted)
		if (!wanted.fits.every(({ word }) => known.has(word))) keepWanted(wanted, input, found);
	for (const wanted of plan.excluded) {
		const has = found.slice();
		keepWanted(wanted, input, has);
		for (let slot = 0; slot < found.length; slot += 1) if (has[slot] === 1) found[slot] = 0;
	}
}

function keepWanted(wanted: Wanted, input: FilterInput, found: Uint8Array): void {
	if (wanted.type === "word") for (const fit of wanted.fits) keepFitting(fit, input, found);
	else keepEither(wanted, input, found);
}

/** What has the words as they were typed, or what is meant by all of them together. */
function keepEither(wanted: Exclude<Wanted, { type: "word" }>, input: FilterInput, found: Uint8Array): void {
	const together = wanted.type === "number" ? wanted.number : wanted.phrase;
	const otherwise = findOtherwise(together, input, found);
	if (wanted.type === "number") for (const fit of wanted.fits) keepFitting(fit, input, found);
	else {
		const { titles } = input.columns;
		for (const fit of wanted.fits) titles.words.keepWith(fit.titles, found);
		titles.keepWithPhrase(together.word, found);
	}
	add(otherwise, found);
}

/** One word is in the number, the title, or the name of team, assignee, caller, CI or service. */
function keepFitting(fit: WordFit, input: FilterInput, found: Uint8Array): void {
	const otherwise = findOtherwise(fit, input, found);
	input.columns.titles.words.keepWith(fit.titles, found);
	add(otherwise, found);
}

function add(otherwise: Uint8Array | null, found: Uint8Array): void {
	if (!otherwise) return;
	for (let slot = 0; slot < found.length; slot += 1) if (otherwise[slot] === 1) found[slot] = 1;
}

/** Takes out of `found` what fits by more than its title, and answers it; `null` where nothing can. */
function findOtherwise(fit: WordFit, input: FilterInput, found: Uint8Array): Uint8Array | null {
	if (!fit.hasNames && !fit.numbers) return null;
	const otherwise = fit.numbers ? markNumbered(fit.numbers, input) : new Uint8Array(found.length);
	if (fit.hasNames) addNamed(otherwise, fit, input);
	for (let slot = 0; slot < found.length; slot += 1) {
		const isOtherwise = (otherwise[slot] ?? 0) & (found[slot] ?? 0);
		otherwise[slot] = isOtherwise;
		found[slot] = (found[slot] ?? 0) ^ isOtherwise;
	}
	return otherwise;
}

/** A byte a slot: a stretch of the order by number for each range, so that rows are not asked one by one. */
export function markNumbered(ranges: KeyRanges, { columns, byNumber }: FilterInput): Uint8Array {
	const marked = new Uint8Array(columns.size);
	const { numberKey } = columns.data;
	const ordered = byNumber();
	for (let index = 0; index < ranges.length; index += 2) {
		const end = placeOf(ranges[index + 1] ?? 0, ordered, numberKey);
		for (let at = placeOf(ranges[index] ?? 0, ordered, numberKey); at < end; at += 1)
			marked[ordered[at] ?? 0] = 1;
	}
	return marked;
}

/** Where among slots in the order of their keys those begin that are not below `key`. */
function placeOf(key: number, ordered: Uint32Array, keys: Float64Array): number {
	let [from, to] = [0, ordered.length];
	while (from < to) {
		const middle = (from + to) >>> 1;
		if ((keys[ordered[middle] ?? 0] ?? 0) < key) from = middle + 1;
		else to = middle;
	}
	return from;
}

function addNamed(added: Uint8Array, { people, teams, cis }: WordFit, { columns }: FilterInput): void {
	const { assignee, caller, team, ci, service } = columns.data;
	addMasked(added, assignee, people);
	addMasked(added, caller, people);
	addMasked(added, team, teams);
	addMasked(added, ci, cis);
	addMasked(added, service, cis);
}

function addMasked(added: Uint8Array, column: Uint32Array, mask: Uint8Array): void {
	if (!mask.includes(1)) return;
	for (let slot = 0; slot < added.length; slot += 1) if (mask[column[slot] ?? 0] === 1) added[slot] = 1;
}
