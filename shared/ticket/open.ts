import { ok, type Result } from "../result.ts";
import { applyChange, trackMoveOf } from "./apply.ts";
import { judgeChange } from "./judge.ts";
import type { TicketKind } from "./kinds.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { DEFAULT_PRIORITY_MATRIX, derivePriority, type PriorityMatrix } from "./priority.ts";
import type { EpochMs, Note, Ticket, TicketFieldName, TicketPatch } from "./ticket.ts";

/** What a new ticket is made of. */
export interface Opening {
	readonly id: string;
	readonly number: string;
	readonly kind: TicketKind;
	readonly set: TicketPatch;
	readonly note?: Note | undefined;
	readonly openedById: string | null;
	readonly at: EpochMs;
}

/** The standings a new ticket goes through: opened, then moved on where `set` names another state. */
export interface OpenedTicket {
	readonly opened: Ticket;
	/** The moves still to be made on `opened`; empty where it stays in its first state. */
	readonly then: TicketPatch;
	/** The ticket after both. */
	readonly ticket: Ticket;
}

/** Fields that belong to a later state and wait for the move into it. */
const MOVE_FIELDS: ReadonlySet<string> = new Set<TicketFieldName>([
	"state",
	"holdReason",
	"followUpAt",
	"closeCode",
	"closeNotes",
]);

/** Opens a ticket without judging it: the same on the desk and, ahead of it, in the page. */
export function openTicket(opening: Opening, matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX): OpenedTicket {
	const initial = lifecycleOf(opening.kind).initial;
	const isMoved = opening.set.state !== undefined && opening.set.state !== initial;
	const entries = Object.entries(opening.set);
	const first = Object.fromEntries(entries.filter(([field]) => !MOVE_FIELDS.has(field)));
	const then = isMoved ? Object.fromEntries(entries.filter(([field]) => MOVE_FIELDS.has(field))) : {};
	const opened = blankTicket(opening, initial, first, matrix);
	return { opened, then, ticket: isMoved ? applyChange(opened, then, opening.at, matrix).ticket : opened };
}

/** Judges a new ticket by its first state and then by the move it is to make at once. */
export function judgeOpening(opening: Opening): Result<null> {
	const { opened, then } = openTicket(opening);
	const isMoved = Object.keys(then).length > 0;
	const first = judgeChange(opened, {
		set: { shortDescription: opened.shortDescription, callerId: opened.callerId },
		note: opening.note,
		actor: "person",
	});
	if (!first.ok || !isMoved) return first.ok ? ok(null) : first;
	return judgeChange(opened, { set: then, note: opening.note, actor: "person" });
}

function blankTicket(opening: Opening, state: number, set: TicketPatch, matrix: PriorityMatrix): Ticket {
	const impact = set.impact ?? 3;
	const urgency = set.urgency ?? 3;
	const blank: Ticket = {
		id: opening.id,
		kind: opening.kind,
		number: opening.number,
		shortDescription: "",
		description: "",
		state,
		holdReason: null,
		followUpAt: null,
		priority: derivePriority(impact, urgency, matrix),
		teamId: null,
		assigneeId: null,
		callerId: null,
		openedById: opening.openedById,
		ciId: null,
		serviceId: null,
		category: null,
		subcategory: null,
		contactType: null,
		sourceState: null,
		closeCode: null,
		closeNotes: null,
		reopenCount: 0,
		openedAt: opening.at,
		updatedAt: opening.at,
		resolvedAt: null,
		closedAt: null,
		revision: 1,
		track: [],
		...set,
		impact,
		urgency,
	};
	return { ...blank, track: [trackMoveOf(blank, opening.at)] };
}
