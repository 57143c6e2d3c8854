import { type Result, refuse } from "../result.ts";
import { applyChange, trackMoveOf } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import { withArticle } from "./field-labels.ts";
import { judgeChange, judgeStanding } from "./judge.ts";
import type { Setter } from "./judge-values.ts";
import type { TicketKind } from "./kinds.ts";
import { isKnownKind } from "./known-lifecycles.ts";
import { lifecycleOf, type MoveActor } from "./lifecycle.ts";
import { DEFAULT_PRIORITY_MATRIX, type PriorityMatrix, priorityOf } from "./priority.ts";
import { type Act, isResponse } from "./response.ts";
import {
	type EpochMs,
	fieldGroupOf,
	type Note,
	type Ticket,
	type TicketPatch,
	withoutEmpty,
} from "./ticket.ts";

/** What a new ticket is made of. */
export interface Opening {
	readonly id: string;
	readonly number: string;
	readonly kind: TicketKind;
	readonly set: TicketPatch;
	readonly note?: Note | undefined;
	readonly openedById: string | null;
	readonly at: EpochMs;
	/** A person, unless it says otherwise. */
	readonly by?: MoveActor;
}

/** The standings a new ticket goes through: opened, then moved on where `set` names another state. */
export interface OpenedTicket {
	readonly opened: Ticket;
	/** The moves still to be made on `opened`; empty where it stays in its first state. */
	readonly move: TicketPatch;
	/** The ticket after both. */
	readonly ticket: Ticket;
}

/** Opens a ticket without judging it: the same on the desk and, ahead of it, in the page. */
export function openTicket(opening: Opening, matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX): OpenedTicket {
	const { first, move } = splitByState(opening.kind, opening.set);
	const opened = makeTicket(opening, first, matrix);
	const isMoved = Object.keys(move).length > 0;
	if (!isMoved) return { opened, move, ticket: opened };
	return {
		opened,
		move,
		ticket: applyChange(opened, move, opening.at, actOfOpening(opening), matrix).ticket,
	};
}

/** Whose opening it is, as far as clocks care. */
export function actOfOpening({ by = "person", openedById, note }: Opening): Act {
	return { isByPerson: by === "person", personId: openedById, note: note ?? null };
}

/** Judges a new ticket by its first state and then by the move it is to make at once. Code: `opened_by_rule`. */
export function judgeOpening(opening: Opening, by: Setter = { actor: "person" }): Result<null> {
	if (by.actor === "person" && lifecycleOf(opening.kind).isByRule)
		return refuse("opened_by_rule", `Nobody opens ${withArticle(opening.kind)} by hand.`, "kind");
	const { kind } = opening;
	if (!isKnownKind(kind))
		return refuse("no_such_kind", `This desk has no tickets of the kind ${kind}.`, "kind");
	const { opened, move } = openTicket(opening);
	const { first: set } = splitByState(opening.kind, opening.set);
	const first = judgeStanding(opened, { ...by, set, note: opening.note });
	if (!first.ok || Object.keys(move).length === 0) return first;
	return judgeChange(opened, { ...by, set: move, note: opening.note });
}

/** What the ticket starts with, and what belongs to another state that it is to move to at once. */
function splitByState(
	kind: TicketKind,
	set: TicketPatch,
): { readonly first: TicketPatch; readonly move: TicketPatch } {
	if (!isMovedOn({ kind, set })) return { first: set, move: {} };
	const moving = new Set<string>(fieldGroupOf("state"));
	const pick = (isMoving: boolean): TicketPatch =>
		Object.fromEntries(Object.entries(set).filter(([field]) => moving.has(field) === isMoving));
	return { first: pick(false), move: pick(true) };
}

function isMovedOn({ kind, set }: Pick<Opening, "kind" | "set">): boolean {
	return set.state !== undefined && set.state !== lifecycleOf(kind).initial;
}

function initialValues(kind: TicketKind): TicketPatch {
	return Object.fromEntries(
		lifecycleOf(kind).fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
	);
}

function makeTicket(opening: Opening, set: TicketPatch, matrix: PriorityMatrix): Ticket {
	const impact = set.impact ?? 3;
	const urgency = set.urgency ?? 3;
	const ticket: Ticket = {
		...blankTicket(opening.id, opening.kind, opening.number),
		...initialValues(opening.kind),
		...set,
		impact,
		urgency,
		priority: priorityOf({ ...set, impact, urgency }, matrix),
		openedById: opening.openedById,
		openedAt: opening.at,
		updatedAt: opening.at,
		revision: 1,
	};
	// The note comes with the last of what is done at once.
	const isAnswered = !isMovedOn(opening) && isResponse(ticket, ticket, actOfOpening(opening));
	return withoutEmpty({ ...ticket, track: [trackMoveOf(ticket, opening.at, isAnswered)] });
}
