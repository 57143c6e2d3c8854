import type { Ci, Person } from "../../../shared/api/directory.ts";
import { ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";
import { foldText, searchWords } from "../cache/fold-text.ts";
import { isInRanges, keyRanges } from "../cache/number-key.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import type { OpenGeneration } from "../engine/model.ts";
import type { QueueRow, ViewQuery } from "../protocol.ts";
import { makeRow } from "../views/queue-row.ts";
import { compareTexts } from "../views/slot-order.ts";

const EVERYTHING: Omit<ViewQuery, "kinds" | "text" | "order"> = {
	states: [],
	isOpen: false,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
};

/** The best tickets for what was typed: numbers first, then open ones, then the newest. */
export function findTickets(
	{ cache, views }: OpenGeneration,
	text: string,
	limit: number,
): readonly QueueRow[] {
	if (searchWords(text).length === 0) return [];
	// Also of kinds that lists leave out.
	const order = { by: "updatedAt", isDescending: true } as const;
	const matches = views.matches({ ...EVERYTHING, kinds: ticketKinds(), text, order });
	const ofNumber = keyRanges(foldText(text.trim())) ?? [];
	const isOpen = (slot: number) => (cache.columns.data.flags[slot] ?? 0) & FLAG.open;
	const rank = (slot: number) => {
		const isNumber = isInRanges(cache.columns.data.numberKey[slot] ?? 0, ofNumber);
		return (isNumber ? 0 : 2) + (isOpen(slot) ? 0 : 1);
	};
	const ranked: [number[], number[], number[], number[]] = [[], [], [], []];
	for (const slot of matches) {
		const same = ranked[rank(slot)];
		if (same && same.length < limit) same.push(slot);
		if (ranked[0].length === limit) break;
	}
	const context = views.rowContext();
	return ranked
		.flat()
		.slice(0, limit)
		.map((slot) => makeRow(context, slot));
}

export function findPeople({ cache }: OpenGeneration, text: string, limit: number): readonly Person[] {
	const isMatch = makeNameTest(text);
	return takeByName(
		cache.things.people.values(),
		text,
		limit,
		(person) => person.isActive && isMatch(person.name, person.email),
	);
}

export function findCis({ cache }: OpenGeneration, text: string, limit: number): readonly Ci[] {
	const isMatch = makeNameTest(text);
	return takeByName(
		cache.things.cis.values(),
		text,
		limit,
		(ci) => ci.status !== "retired" && isMatch(ci.name, ci.externalId ?? null),
	);
}

/** Whether all words of a text are in a name, or in what else is given. */
export function makeNameTest(text: string): (name: string, also: string | null) => boolean {
	const words = searchWords(text);
	return (name, also) => {
		const folded = foldText(also === null ? name : `${name} ${also}`);
		return words.every((word) => folded.includes(word));
	};
}

/** The first by name; before them those with a word that begins as typed: `ve` is rather Vera than Oliver. */
function takeByName<Named extends { readonly name: string }>(
	items: Iterable<Named>,
	text: string,
	limit: number,
	test: (item: Named) => boolean,
): readonly Named[] {
	const words = searchWords(text);
	const rank = (name: string) => (words.every((word) => ` ${name}`.includes(` ${word}`)) ? 0 : 1);
	return [...items]
		.filter(test)
		.map((item) => ({ item, name: foldText(item.name) }))
		.sort((one, other) => rank(one.name) - rank(other.name) || compareTexts(one.name, other.name))
		.slice(0, limit)
		.map(({ item }) => item);
}
