import { foldText, searchWords } from "../../shared/search/fold-text.ts";
import type { Span } from "../../shared/search/parse-search.ts";
import { FILTER_NAMES, type FilterName, filterNamed, IS_VALUES } from "../../shared/search/search-filter.ts";
import { tokenAt } from "../../shared/search/token-at.ts";
import { knownLifecycle, ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { searchText } from "../text/en/search.ts";
import { ticketText } from "../text/en/ticket.ts";

/** Names that a filter may ask for. */
export interface SearchNames {
	readonly teams: readonly string[];
	/** Who can be assigned. */
	readonly staff: readonly string[];
	readonly callers: readonly string[];
	readonly cis: readonly string[];
	/** In use, the one most used first. */
	readonly tags: readonly string[];
}

export interface Suggestion {
	/** What it puts in the place of what was typed. */
	readonly token: string;
	readonly hint: string;
}

export interface Completion {
	/** What is replaced. */
	readonly span: Span;
	readonly suggestions: readonly Suggestion[];
}

const MOST = 8;
const TYPED = /^(-?)(?:(@)|(\p{L}+):)"?(.*?)"?$/su;
const NONE: Completion = { span: { from: 0, to: 0 }, suggestions: [] };

/**
 * What the piece at the caret may become: the values of a filter that was begun; with `isAsked`, filters
 * themselves. A plain word offers nothing: who types words looks at the list.
 */
export function completeSearch(
	text: string,
	caret: number,
	names: SearchNames,
	isAsked: boolean,
): Completion {
	const span = tokenAt(text, caret);
	const token = text.slice(span.from, span.to);
	const [, minus = "", at, name = "", value = ""] = TYPED.exec(token) ?? [];
	const filter = at ? "assignee" : filterNamed(name);
	if (filter)
		return { span, suggestions: valuesOf(filter, value, { before: minus, names, isAt: !!at, token }) };
	return isAsked ? { span, suggestions: filtersLike(token) } : NONE;
}

/** The value that is being typed after `caller:`, whose names the page does not hold; `null` elsewhere. */
export function callerTypedAt(text: string, caret: number): string | null {
	const { from, to } = tokenAt(text, caret);
	const [, , , name = "", value = ""] = TYPED.exec(text.slice(from, to)) ?? [];
	return filterNamed(name) === "caller" ? value : null;
}

/** Whether a tag is asked for there, which the page does not hold either. */
export function isTagTypedAt(text: string, caret: number): boolean {
	const { from, to } = tokenAt(text, caret);
	const [, , , name = ""] = TYPED.exec(text.slice(from, to)) ?? [];
	return filterNamed(name) === "tag";
}

function filtersLike(token: string): readonly Suggestion[] {
	const minus = token.startsWith("-") ? "-" : "";
	const begun = foldText(token.slice(minus.length));
	const fitting = FILTER_NAMES.filter((name) => name.startsWith(begun));
	const offered = fitting.length > 0 ? fitting : FILTER_NAMES;
	// In the place of a word that is no beginning of a filter nothing may be put.
	const before = fitting.length > 0 ? minus : `${token} `;
	return offered.map((name) => ({ token: `${before}${name}:`, hint: searchText.names[name] }));
}

interface Typed {
	readonly before: string;
	readonly names: SearchNames;
	readonly isAt: boolean;
	readonly token: string;
}

function valuesOf(
	filter: FilterName,
	value: string,
	{ before, names, isAt, token }: Typed,
): readonly Suggestion[] {
	const prefix = isAt ? "@" : `${filter}:`;
	const words = searchWords(value);
	const choices = choicesOf(filter, names);
	const begun = choices.filter(([name]) => words.every((word) => ` ${foldText(name)}`.includes(` ${word}`)));
	const like = choices.filter((choice) => words.every((word) => foldText(choice.join(" ")).includes(word)));
	const offered = (begun.length > 0 ? begun : like).map(([name, hint]) => ({
		token: `${before}${prefix}${quoteIfNeeded(name)}`,
		hint,
	}));
	// Who has typed it to its end needs no list over the tickets.
	return offered.some((suggestion) => suggestion.token === token) ? [] : offered.slice(0, MOST);
}

function quoteIfNeeded(name: string): string {
	return /[\s,"]/.test(name) ? `"${name.replaceAll('"', "")}"` : name;
}

type Choices = readonly (readonly [name: string, hint: string])[];

function choicesOf(filter: FilterName, names: SearchNames): Choices {
	const plain = (all: readonly string[]): Choices => all.map((name) => [name, ""]);
	switch (filter) {
		case "priority":
			return ([1, 2, 3, 4, 5] as const).map((value) => [String(value), ticketText.priorityName(value)]);
		case "is":
			return IS_VALUES.map((value) => [value, searchText.is[value]]);
		case "kind":
			return ticketKinds().map((kind) => [kind, ticketText.kindName(kind)]);
		case "state":
			return plain(stateNames());
		case "team":
			return [["mine", searchText.myTeams], ...plain(names.teams)];
		case "assignee":
			return [["me", ""], ["nobody", ""], ...plain(names.staff)];
		case "caller":
			return [["me", ""], ...plain(names.callers)];
		case "ci":
			return plain(names.cis);
		case "tag":
			return [...plain(names.tags), ["none", searchText.untagged]];
		case "handovers":
			return plain(["1", "2", "3", "5"]);
		default:
			return plain(["1h", "1d", "3d", "1w", "1mo", "1y"]);
	}
}

function stateNames(): readonly string[] {
	const names = ticketKinds().flatMap((kind) =>
		(knownLifecycle(kind)?.states ?? []).map(({ name }) => name.toLowerCase()),
	);
	return [...new Set(names)];
}
