import type { TicketKind } from "../kinds.ts";
import { type FieldDefinition, findField } from "../lifecycle.ts";
import {
	type DeclaredValue,
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../ticket.ts";
import { wordsOf, writeWords } from "./words.ts";

/** Joins what both sides made of one value: what either added is there, what either took away is not. */
type Join = (base: unknown, mine: unknown, theirs: unknown) => DeclaredValue;

const joinWords: Join = (base, mine, theirs) =>
	writeWords(joinSets(wordsOf(base), wordsOf(mine), wordsOf(theirs)));

/** Values that are made of parts, by what those are: two people who change different parts both win. */
const JOINS: Readonly<Record<NonNullable<FieldDefinition["parts"]>, Join>> = {
	tags: joinWords,
	links: joinWords,
};

/** Whether a field's value is made of parts that are each changed by themselves. */
export function isOfParts(kind: TicketKind, field: TicketFieldName): boolean {
	return joinOf(kind, field) !== undefined;
}

/** What is to be set, with the values that are made of parts joined with those that the ticket has by now. */
export function withJoinedParts(ticket: Ticket, base: TicketPatch, set: TicketPatch): TicketPatch {
	const joined = Object.keys(set).flatMap((name) => {
		const field = name as TicketFieldName;
		const join = joinOf(ticket.kind, field);
		const theirs = fieldValue(ticket, field);
		const known = base[field];
		// Without the value that was seen nothing says what was taken away.
		if (!join || known === undefined || known === theirs) return [];
		return [[field, join(known, set[field], theirs)] as const];
	});
	return joined.length === 0 ? set : { ...set, ...Object.fromEntries(joined) };
}

function joinOf(kind: TicketKind, field: TicketFieldName): Join | undefined {
	const parts = findField(kind, field)?.parts;
	return parts && JOINS[parts];
}

function joinSets(
	base: readonly string[],
	mine: readonly string[],
	theirs: readonly string[],
): readonly string[] {
	const [before, wanted] = [new Set(base), new Set(mine)];
	const isTakenAway = (part: string) => before.has(part) && !wanted.has(part);
	return [...theirs.filter((part) => !isTakenAway(part)), ...mine.filter((part) => !before.has(part))];
}
