import type { TicketKind } from "./kinds.ts";
import type { Level, Priority } from "./priority.ts";

/** Milliseconds since 1970-01-01T00:00Z: how every moment is carried in code and on the wire. */
export type EpochMs = number;

/**
 * One move of what clocks depend on: `[at, state, holdReason | 0, priority, teamId | null]`, and a last 1
 * from the moment on at which a person had answered the caller. A ticket's track is the projection of its
 * history from which every clock is computed.
 */
export type TrackMove = readonly [
	at: EpochMs,
	state: number,
	holdReason: number,
	priority: Priority,
	teamId: string | null,
	isAnswered?: 1,
];

/** What a declared field holds: text, number or moment, an id, 0 or 1 for a flag; `null` where it is empty. */
export type DeclaredValue = string | number | null;

/** The name of a field that a kind's lifecycle declares: data, so that a kind may have any. */
export type DeclaredName = `$${string}`;

/** The fields that a ticket's kind declares; one that was never filled is absent, and means the same as `null`. */
export interface DeclaredFields {
	readonly [name: DeclaredName]: DeclaredValue | undefined;
}

/** The fields a person, rule or import may set by an intent. */
export interface TicketFields extends DeclaredFields {
	readonly shortDescription: string;
	readonly description: string;
	readonly state: number;
	/** 1 Awaiting Caller, 3 Awaiting Problem, 4 Awaiting Vendor, 5 Awaiting Change. */
	readonly holdReason: number | null;
	readonly followUpAt: EpochMs | null;
	readonly impact: Level;
	readonly urgency: Level;
	readonly teamId: string | null;
	readonly assigneeId: string | null;
	readonly callerId: string | null;
	readonly ciId: string | null;
	readonly serviceId: string | null;
	readonly category: string | null;
	readonly subcategory: string | null;
	/** A key of CLOSE_CODES, or an imported ticket's own label. */
	readonly closeCode: string | null;
	readonly closeNotes: string | null;
	/** What this is a piece of: an incident's parent, a task's change, an item's request. */
	readonly parentId: string | null;
	/** The problem that causes it. */
	readonly problemId: string | null;
}

/** A ticket as the desk keeps it: the current sum of its history. */
export interface Ticket extends TicketFields {
	/** UUIDv7, made where the ticket was made, also offline. */
	readonly id: string;
	readonly kind: TicketKind;
	readonly number: string;
	/** Derived from impact and urgency, except where a lead or an imported history says otherwise. */
	readonly priority: Priority;
	readonly openedById: string | null;
	readonly contactType: string | null;
	/** The state's name in the system it was imported from, where ours does not say the same. */
	readonly sourceState: string | null;
	readonly reopenCount: number;
	readonly openedAt: EpochMs;
	readonly updatedAt: EpochMs;
	readonly resolvedAt: EpochMs | null;
	readonly closedAt: EpochMs | null;
	/** How many history entries made it: raised by one with each. */
	readonly revision: number;
	readonly track: readonly TrackMove[];
}

export type TicketFieldName = keyof TicketFields & string;
export type TicketPatch = Partial<TicketFields>;

export function isDeclared(field: string): field is DeclaredName {
	return field.startsWith("$");
}

/** A field's value, where a declared one that is absent is empty. */
export function fieldValue(
	ticket: Ticket | TicketPatch,
	field: TicketFieldName,
): string | number | null | undefined {
	const value = ticket[field];
	return value === undefined && isDeclared(field) ? null : value;
}

/** The same ticket without the declared fields that are empty: there is one way to say so. */
export function withoutEmpty(ticket: Ticket): Ticket {
	const empty = Object.keys(ticket).filter((field) => isDeclared(field) && ticket[field] === null);
	if (empty.length === 0) return ticket;
	return Object.fromEntries(
		Object.entries(ticket).filter(([field]) => !empty.includes(field)),
	) as unknown as Ticket;
}

/** Fields that mean something only together, and so merge together. */
export const FIELD_GROUPS: readonly (readonly TicketFieldName[])[] = [
	["teamId", "assigneeId"],
	["impact", "urgency"],
	["state", "holdReason", "followUpAt", "closeCode", "closeNotes"],
	["$plannedStartAt", "$plannedEndAt"],
	["$priorityOverride", "$priorityReason"],
];

export function fieldGroupOf(field: TicketFieldName): readonly TicketFieldName[] {
	return FIELD_GROUPS.find((group) => group.includes(field)) ?? [field];
}

/** The fields whose base values an intent that sets `fields` must carry: their whole groups. */
export function fieldsToRemember(fields: readonly TicketFieldName[]): readonly TicketFieldName[] {
	return [...new Set(fields.flatMap((field) => fieldGroupOf(field)))];
}

/** `comment` is public, the caller sees it; `workNote` is internal. */
export type NoteKind = "comment" | "workNote";

export interface Note {
	readonly kind: NoteKind;
	readonly text: string;
}
