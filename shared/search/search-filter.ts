import type { TicketKind } from "../ticket/kinds.ts";
import { knownLifecycle, ticketKinds } from "../ticket/known-lifecycles.ts";
import { tagOf } from "../ticket/parts/tags.ts";
import type { Priority } from "../ticket/priority.ts";
import { foldText, searchWords } from "./fold-text.ts";

/** Flags of `is:`. `closed` is whatever needs no more work: resolved, closed, canceled. */
export const IS_VALUES = ["open", "closed", "mine", "unassigned", "breached", "major"] as const;
export type IsValue = (typeof IS_VALUES)[number];

/** Filters that ask for a person, a team or a CI by words of its name. */
export const NAME_FILTERS = ["team", "assignee", "caller", "ci"] as const;
export type NameFilter = (typeof NAME_FILTERS)[number];

/** Opened before or after, changed after: so long ago. */
export const AGE_FILTERS = ["older", "newer", "updated"] as const;
export type AgeFilter = (typeof AGE_FILTERS)[number];

export const FILTER_NAMES = [
	"priority",
	"is",
	"state",
	"kind",
	...NAME_FILTERS,
	"tag",
	...AGE_FILTERS,
	"handovers",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What systems that people come from call the same. */
const ALSO: Readonly<Record<string, FilterName>> = {
	prio: "priority",
	type: "kind",
	group: "team",
	service: "ci",
	tags: "tag",
	label: "tag",
	bounced: "handovers",
	reassigned: "handovers",
};

/** `me` is the signed-in person or their teams, `none` is nobody. */
export type Named =
	| { readonly who: "me" | "none" }
	| { readonly who: "named"; readonly words: readonly string[] };

/** What one filter asks for; of several values any will do. */
export type SearchFilter =
	| { readonly name: "priority"; readonly priorities: readonly Priority[] }
	| { readonly name: "is"; readonly value: IsValue }
	| { readonly name: "state"; readonly states: readonly (readonly [TicketKind, number])[] }
	| { readonly name: "kind"; readonly kinds: readonly TicketKind[] }
	/** `none` is a ticket without any. */
	| { readonly name: "tag"; readonly tags: readonly string[] }
	| { readonly name: NameFilter; readonly anyOf: readonly Named[] }
	/** Went from team to team so often or more. */
	| { readonly name: "handovers"; readonly atLeast: number }
	| { readonly name: AgeFilter; readonly ageMs: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = {
	m: MINUTE_MS,
	min: MINUTE_MS,
	h: 60 * MINUTE_MS,
	d: DAY_MS,
	"": DAY_MS,
	w: 7 * DAY_MS,
	mo: 30 * DAY_MS,
	y: 365 * DAY_MS,
};
const AGE = /^(\d{1,5})(min|mo|m|h|d|w|y|)$/;
const COUNT = /^\d{1,3}$/;
const PRIORITY = /^p?([1-5])$/;
const SELVES = new Set(["me", "mine", "my"]);
const NOBODY = new Set(["none", "nobody", "unassigned"]);
/** One letter begins too many names. */
const FEWEST_LETTERS_OF_KIND = 2;

/** The filter that a word before a colon names, in whatever case. */
export function filterNamed(word: string): FilterName | undefined {
	const name = word.toLowerCase();
	return FILTER_NAMES.find((known) => known === name) ?? ALSO[name];
}

/** What a value asks for; `null` where it makes no sense of it, and so is no filter. */
export function readFilter(name: FilterName, value: string, isQuoted: boolean): SearchFilter | null {
	const folded = foldText(value).trim();
	const values = (isQuoted ? [folded] : folded.split(",")).filter((part) => part !== "");
	if (values.length === 0) return null;
	switch (name) {
		case "priority": {
			const priorities = values.map((part) => Number(PRIORITY.exec(part)?.[1] ?? 0));
			return priorities.includes(0) ? null : { name, priorities: priorities as Priority[] };
		}
		case "is":
			return readIs(folded);
		case "state":
			return readState(values);
		case "kind": {
			const found = values.map(kindsCalled);
			return found.some((kinds) => kinds.length === 0) ? null : { name, kinds: [...new Set(found.flat())] };
		}
		case "tag": {
			const tags = values.map(tagOf);
			return tags.includes(null) ? null : { name, tags: tags.filter((tag) => tag !== null) };
		}
		case "handovers":
			return COUNT.test(folded) ? { name, atLeast: Number(folded) } : null;
		case "older":
		case "newer":
		case "updated": {
			const [, count = "", unit = ""] = AGE.exec(folded) ?? [];
			return count === "" ? null : { name, ageMs: Number(count) * (UNITS[unit] ?? DAY_MS) };
		}
		default:
			return { name, anyOf: values.map(readNamed) };
	}
}

function readIs(value: string): SearchFilter | null {
	const known = IS_VALUES.find((one) => one === value);
	return known ? { name: "is", value: known } : null;
}

/** By the names of states; `open` is any that still needs work, as people mean it. */
function readState(values: readonly string[]): SearchFilter | null {
	if (values.length === 1 && values[0] === "open") return { name: "is", value: "open" };
	const found = values.map(statesCalled);
	return found.some((states) => states.length === 0) ? null : { name: "state", states: found.flat() };
}

function statesCalled(value: string): readonly (readonly [TicketKind, number])[] {
	return ticketKinds().flatMap((kind) =>
		(knownLifecycle(kind)?.states ?? [])
			.filter((state) => ` ${foldText(state.name)}`.includes(` ${value}`))
			.map((state) => [kind, state.value] as const),
	);
}

/** By what a kind is called or its numbers begin with, or the beginning of it. */
function kindsCalled(value: string): readonly TicketKind[] {
	if (value.length < FEWEST_LETTERS_OF_KIND) return [];
	return ticketKinds().filter((kind) => {
		const { label = "", plural = "", prefix = "" } = knownLifecycle(kind) ?? {};
		return [kind, label, plural, prefix].some((text) => foldText(text).startsWith(value));
	});
}

function readNamed(value: string): Named {
	if (SELVES.has(value)) return { who: "me" };
	if (NOBODY.has(value)) return { who: "none" };
	return { who: "named", words: searchWords(value) };
}
