import { ok, type Result } from "../result.ts";
import { type AppliedChange, applyChange, type FieldChanges, trackMoveOf } from "./apply.ts";
import { judgeChange, judgeStanding } from "./judge.ts";
import type { TicketKind } from "./kinds.ts";
import { lifecycleOf, type MoveActor } from "./lifecycle.ts";
import { DEFAULT_PRIORITY_MATRIX, derivePriority, type PriorityMatrix } from "./priority.ts";
import { type EpochMs, fieldGroupOf, type Note, type Ticket, type TicketPatch } from "./ticket.ts";

/** A new ticket as it is asked for. */
export interface TicketRequest {
	readonly id: string;
	readonly kind: TicketKind;
	/** Provisional on a page, the desk's own on the desk. */
	readonly number: string;
	readonly set: TicketPatch;
	readonly note?: Note | undefined;
	readonly openedById: string | null;
	readonly at: EpochMs;
	readonly actor: MoveActor;
}

/**
 * Opens a ticket by its lifecycle: one step that makes it in its first state and, where the request
 * names another state, a second one that moves it there at the same moment (create-and-resolve is one
 * act whose history shows New, then Resolved). Refused as a whole.
 */
export function createTicket(
	request: TicketRequest,
	matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX,
): Result<readonly AppliedChange[]> {
	const { first, move } = splitByState(request.kind, request.set);
	const ticket = makeTicket(request, first, matrix);
	const standing = judgeStanding(ticket, request.note);
	if (!standing.ok) return standing;
	const made: AppliedChange = { ticket, changes: creationChanges(ticket) };
	if (!move) return ok([made]);
	const verdict = judgeChange(ticket, { set: move, note: request.note, actor: request.actor });
	return verdict.ok ? ok([made, applyChange(ticket, move, request.at, matrix)]) : verdict;
}

/** What the ticket starts with, and what belongs to a state it is to be moved to at once. */
function splitByState(
	kind: TicketKind,
	set: TicketPatch,
): { readonly first: TicketPatch; readonly move: TicketPatch | null } {
	if (set.state === undefined || set.state === lifecycleOf(kind).initial) return { first: set, move: null };
	const moving = new Set<string>(fieldGroupOf("state"));
	const pick = (isMoving: boolean): TicketPatch =>
		Object.fromEntries(Object.entries(set).filter(([field]) => moving.has(field) === isMoving));
	return { first: pick(false), move: pick(true) };
}

function makeTicket(request: TicketRequest, set: TicketPatch, matrix: PriorityMatrix): Ticket {
	const impact = set.impact ?? 3;
	const urgency = set.urgency ?? 3;
	const ticket: Ticket = {
		...blankTicket(request.id, request.kind, request.number),
		...set,
		impact,
		urgency,
		priority: derivePriority(impact, urgency, matrix),
		openedById: request.openedById,
		openedAt: request.at,
		updatedAt: request.at,
		revision: 1,
	};
	return { ...ticket, track: [trackMoveOf(ticket, request.at)] };
}

/** A ticket before its first history entry: nothing is known of it but what it is. */
export function blankTicket(id: string, kind: TicketKind, number: string): Ticket {
	return {
		id,
		kind,
		number,
		shortDescription: "",
		description: "",
		state: lifecycleOf(kind).initial,
		holdReason: null,
		followUpAt: null,
		impact: 3,
		urgency: 3,
		priority: 5,
		teamId: null,
		assigneeId: null,
		callerId: null,
		openedById: null,
		ciId: null,
		serviceId: null,
		category: null,
		subcategory: null,
		contactType: null,
		sourceState: null,
		closeCode: null,
		closeNotes: null,
		reopenCount: 0,
		openedAt: 0,
		updatedAt: 0,
		resolvedAt: null,
		closedAt: null,
		revision: 0,
		track: [],
	};
}

const UNRECORDED: ReadonlySet<string> = new Set(["id", "kind", "number", "updatedAt", "revision", "track"]);
const ALWAYS_RECORDED: ReadonlySet<string> = new Set(["state", "impact", "urgency", "priority", "openedAt"]);

/**
 * What the first history entry says: every field that is not empty, as coming from nothing. State,
 * impact, urgency and priority are always said, so that a history can be read without knowing defaults.
 */
export function creationChanges(ticket: Ticket): FieldChanges {
	const blank = blankTicket(ticket.id, ticket.kind, ticket.number);
	const fields = Object.keys(ticket) as (keyof Ticket)[];
	return Object.fromEntries(
		fields
			.filter((field) => !UNRECORDED.has(field))
			.filter((field) => ALWAYS_RECORDED.has(field) || ticket[field] !== blank[field])
			.map((field) => [field, { from: null, to: ticket[field] }]),
	) as FieldChanges;
}
