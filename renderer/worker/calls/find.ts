import type { Ci, Person } from "../../../shared/api/directory.ts";
import { foldText, searchWords } from "../../../shared/search/fold-text.ts";
import type { OpenGeneration } from "../engine/model.ts";
import { compareTexts } from "../views/slot-order.ts";
import type { QueueRow } from "../views/view-protocol.ts";

/** The best tickets for what was typed. */
export function findTickets({ views }: OpenGeneration, text: string, limit: number): readonly QueueRow[] {
	return views.search(text, limit).hits.map(({ row }) => row);
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
