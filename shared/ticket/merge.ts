import { isOfParts, withJoinedParts } from "./parts/merge-parts.ts";
import { fieldGroupOf, fieldValue, type Ticket, type TicketFieldName, type TicketPatch } from "./ticket.ts";

/** One field that both sides changed: what it was, what each side made of it. */
export interface FieldConflict {
	readonly field: TicketFieldName;
	readonly base: string | number | null;
	readonly mine: string | number | null;
	readonly theirs: string | number | null;
}

export type MergeOutcome =
	/** `set` is what is still to be applied; empty when theirs already says the same. */
	| { readonly kind: "clean"; readonly set: TicketPatch }
	| { readonly kind: "conflict"; readonly fields: readonly FieldConflict[] };

/**
 * Merges one intent into the current ticket by field group: what only one side changed merges
 * silently; a group that both sides changed differently is a conflict and nothing is applied. Of what is
 * made of parts, as tags are, both sides' changes are made.
 * `base` holds the values the person saw, for every field of the groups in `set`.
 */
export function mergeIntent(ticket: Ticket, base: TicketPatch, set: TicketPatch): MergeOutcome {
	const conflicts: FieldConflict[] = [];
	const fields = Object.keys(set) as TicketFieldName[];
	const whole = fields.filter((field) => !isOfParts(ticket.kind, field));
	for (const group of new Set(whole.map(fieldGroupOf))) {
		if (!isChangedByThem(ticket, base, group)) continue;
		if (group.every((field) => wanted(base, set, field) === fieldValue(ticket, field))) continue;
		conflicts.push(...group.flatMap((field) => describeConflict(ticket, base, set, field)));
	}
	if (conflicts.length > 0) return { kind: "conflict", fields: conflicts };
	return { kind: "clean", set: withoutNoOps(ticket, withJoinedParts(ticket, base, set)) };
}

/**
 * What of an undo is still to be given back: a group of fields that others have changed since stays theirs.
 * `base` holds the values that the undone edit left, for every field of the groups in `set`.
 */
export function mergeUndo(ticket: Ticket, base: TicketPatch, set: TicketPatch): TicketPatch {
	const own = (Object.keys(set) as TicketFieldName[]).filter(
		(field) => isOfParts(ticket.kind, field) || !isChangedByThem(ticket, base, fieldGroupOf(field)),
	);
	const given = Object.fromEntries(own.map((field) => [field, set[field]]));
	return withoutNoOps(ticket, withJoinedParts(ticket, base, given));
}

function isChangedByThem(ticket: Ticket, base: TicketPatch, group: readonly TicketFieldName[]): boolean {
	return group.some((field) => base[field] !== undefined && base[field] !== fieldValue(ticket, field));
}

function wanted(base: TicketPatch, set: TicketPatch, field: TicketFieldName): unknown {
	return set[field] !== undefined ? set[field] : base[field];
}

function describeConflict(
	ticket: Ticket,
	base: TicketPatch,
	set: TicketPatch,
	field: TicketFieldName,
): FieldConflict[] {
	const mine = wanted(base, set, field);
	const theirs = fieldValue(ticket, field) ?? null;
	if (mine === base[field] && base[field] === theirs) return [];
	return [
		{
			field,
			base: base[field] ?? null,
			mine: (mine as FieldConflict["mine"]) ?? null,
			theirs,
		},
	];
}

/** What of a patch would still change the ticket. */
export function withoutNoOps(ticket: Ticket, set: TicketPatch): TicketPatch {
	const entries = Object.entries(set).filter(
		([field, value]) => fieldValue(ticket, field as TicketFieldName) !== value,
	);
	return Object.fromEntries(entries);
}
