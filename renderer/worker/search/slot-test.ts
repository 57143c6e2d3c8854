import type { FilterTerm } from "../../../shared/search/parse-search.ts";
import type { Named, NameFilter, SearchFilter } from "../../../shared/search/search-filter.ts";
import { kindIndex } from "../../../shared/ticket/known-lifecycles.ts";
import { readTags } from "../../../shared/ticket/parts/tags.ts";
import type { Dictionary } from "../cache/dictionary.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import type { NameList } from "../views/name-list.ts";
import type { FilterInput } from "../views/view-filter.ts";

/** Whether one slot is as a filter asks. */
export type SlotTest = (slot: number) => boolean;

/** A person, team or CI that was asked for, and nobody is called so. */
export type Unheard = Pick<FilterTerm, "value"> & { readonly name: NameFilter };

export interface FilterTests {
	readonly tests: readonly SlotTest[];
	readonly unheard: readonly Unheard[];
}

/** What all filters of a search ask of a slot. Of several of one name any will do, flags all hold. */
export function testsOf(terms: readonly FilterTerm[], input: FilterInput): FilterTests {
	const unheard: Unheard[] = [];
	const groups = new Map<string, SlotTest[]>();
	const excluding: SlotTest[] = [];
	for (const [index, { filter, value, isExcluded }] of terms.entries()) {
		const test = testOf(filter, input);
		if (test.isUnheard) unheard.push({ name: test.isUnheard, value });
		if (isExcluded) excluding.push((slot) => !test.holds(slot));
		else {
			const group = filter.name === "is" ? `is ${index}` : filter.name;
			groups.set(group, [...(groups.get(group) ?? []), test.holds]);
		}
	}
	const anyOf = [...groups.values()].map(([first, ...others]): SlotTest => {
		if (first && others.length === 0) return first;
		return (slot) => first?.(slot) === true || others.some((holds) => holds(slot));
	});
	return { tests: [...anyOf, ...excluding], unheard };
}

interface FilterTest {
	readonly holds: SlotTest;
	readonly isUnheard: NameFilter | null;
}

function testOf(filter: SearchFilter, input: FilterInput): FilterTest {
	const { data } = input.columns;
	const known = (holds: SlotTest): FilterTest => ({ holds, isUnheard: null });
	switch (filter.name) {
		case "priority":
			return known(ofColumn(data.priority, filter.priorities));
		case "kind":
			return known(ofColumn(data.kind, filter.kinds.map(kindIndex)));
		case "state": {
			const wanted = new Set(filter.states.map(([kind, state]) => stateKey(kindIndex(kind), state)));
			return known((slot) => wanted.has(stateKey(data.kind[slot] ?? 0, data.state[slot] ?? 0)));
		}
		case "is":
			return known(flagTest(filter.value, input));
		case "tag":
			return known(tagTest(filter.tags, input));
		case "older":
			return known((slot) => (data.openedAt[slot] ?? 0) <= input.now - filter.ageMs);
		case "newer":
			return known((slot) => (data.openedAt[slot] ?? 0) >= input.now - filter.ageMs);
		case "updated":
			return known((slot) => (data.updatedAt[slot] ?? 0) >= input.now - filter.ageMs);
		case "handovers":
			return known((slot) => (data.handovers[slot] ?? 0) >= filter.atLeast);
		default:
			return nameTest(filter.name, filter.anyOf, input);
	}
}

/** By whole tags, or the beginning of one that is still being typed. */
function tagTest(wanted: readonly string[], { columns }: FilterInput): SlotTest {
	const { data, tagSets } = columns;
	const mask = new Uint8Array(tagSets.size);
	if (wanted.includes("none")) mask[0] = 1;
	for (const [index, tagSet] of tagSets.values().entries())
		if (readTags(tagSet).some((tag) => wanted.some((begun) => tag.startsWith(begun)))) mask[index + 1] = 1;
	return (slot) => mask[data.tags[slot] ?? 0] === 1;
}

/** States may be negative. */
function stateKey(kind: number, state: number): number {
	return kind * 100_000 + state;
}

function ofColumn(column: Uint8Array | Uint32Array, codes: readonly number[]): SlotTest {
	const wanted = new Set(codes);
	return (slot) => wanted.has(column[slot] ?? 0);
}

function flagTest(value: Extract<SearchFilter, { name: "is" }>["value"], input: FilterInput): SlotTest {
	const { data, people } = input.columns;
	const { viewer, now } = input;
	switch (value) {
		case "open":
			return (slot) => ((data.flags[slot] ?? 0) & FLAG.open) !== 0;
		case "closed":
			return (slot) => ((data.flags[slot] ?? 0) & FLAG.open) === 0;
		case "major":
			return (slot) => ((data.flags[slot] ?? 0) & FLAG.major) !== 0;
		case "unassigned":
			return (slot) => data.assignee[slot] === 0;
		case "breached":
			return (slot) => (data.breachedAt[slot] ?? Number.NaN) <= now;
		case "mine": {
			const me = viewer.personId === null ? 0 : people.find(viewer.personId);
			return (slot) => me !== 0 && data.assignee[slot] === me;
		}
	}
}

function nameTest(name: NameFilter, anyOf: readonly Named[], input: FilterInput): FilterTest {
	const { columns } = input;
	const { data } = columns;
	const list = name === "team" ? input.teams : name === "ci" ? input.cis : input.people;
	const dictionary = name === "team" ? columns.teams : name === "ci" ? columns.cis : columns.people;
	const mask = new Uint8Array(dictionary.size);
	for (const named of anyOf) markNamed(mask, named, { name, list, dictionary, input });
	const isUnheard = !mask.includes(1) && anyOf.some(({ who }) => who === "named") ? name : null;
	if (name !== "ci") return { holds: (slot) => mask[data[name][slot] ?? 0] === 1, isUnheard };
	const { ci, service } = data;
	const holds = (slot: number) => {
		const [own, served] = [ci[slot] ?? 0, service[slot] ?? 0];
		// Nothing at all is meant, not one of the two.
		if (own === 0 && served === 0) return mask[0] === 1;
		return (own !== 0 && mask[own] === 1) || (served !== 0 && mask[served] === 1);
	};
	return { holds, isUnheard };
}

interface Marking {
	readonly name: NameFilter;
	readonly list: NameList;
	readonly dictionary: Dictionary;
	readonly input: FilterInput;
}

function markNamed(mask: Uint8Array, named: Named, { name, list, dictionary, input }: Marking): void {
	if (named.who === "none") mask[0] = 1;
	else if (named.who === "me" && name !== "ci") {
		for (const code of ownIds(name, input).map((id) => dictionary.find(id))) if (code !== 0) mask[code] = 1;
	} else {
		const words = named.who === "named" ? named.words : [named.who];
		const found = words.map((word) => list.matches(word));
		for (let code = 1; code < mask.length; code += 1)
			if (found.every((one) => one[code] === 1)) mask[code] = 1;
	}
}

function ownIds(name: NameFilter, { viewer }: FilterInput): readonly string[] {
	if (name === "team") return viewer.teamIds;
	return viewer.personId === null ? [] : [viewer.personId];
}
