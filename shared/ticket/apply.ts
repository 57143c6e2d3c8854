import { findState } from "./lifecycle.ts";
import { DEFAULT_PRIORITY_MATRIX, type Priority, type PriorityMatrix, priorityOf } from "./priority.ts";
import { type Act, BY_ITSELF, isResponse } from "./response.ts";
import {
	type EpochMs,
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
	type TrackMove,
	withoutEmpty,
} from "./ticket.ts";

/** A field's value before and after one history entry. */
export interface FieldChange {
	readonly from: string | number | null;
	readonly to: string | number | null;
}

/** Which fields of a ticket one history entry changed; `priority` and counters appear here too. */
export type FieldChanges = Readonly<Record<string, FieldChange>>;

export interface AppliedChange {
	readonly ticket: Ticket;
	readonly changes: FieldChanges;
}

/**
 * The ticket after an allowed change: derived fields follow, the track grows, the revision rises by one.
 * Pure, so that the page shows at once what the desk will store. `act` says whose it is.
 */
export function applyChange(
	ticket: Ticket,
	set: TicketPatch,
	at: EpochMs,
	act: Act = BY_ITSELF,
	matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX,
): AppliedChange {
	const moved = set.state !== undefined && set.state !== ticket.state;
	const next: Ticket = {
		...ticket,
		...(moved ? leavingPatch(ticket) : {}),
		...set,
		...(moved ? enteringPatch(ticket, set.state ?? ticket.state, at) : {}),
		...(moved ? signature(ticket, set, act) : {}),
		priority: nextPriority(ticket, set, matrix),
		updatedAt: Math.max(ticket.updatedAt, at),
		revision: ticket.revision + 1,
	};
	const track = extendTrack(ticket.track, next, { at, isAnswer: isResponse(ticket, next, act) });
	const tracked = withoutEmpty({ ...next, track });
	return { ticket: tracked, changes: differences(ticket, tracked) };
}

function leavingPatch(ticket: Ticket): TicketPatch {
	const state = findState(ticket.kind, ticket.state);
	return Object.fromEntries((state?.clearsOnLeave ?? []).map((field) => [field, null]));
}

/** Who moved it, where the state that it comes into keeps that. */
function signature({ kind }: Ticket, { state }: TicketPatch, { isByPerson, personId }: Act): TicketPatch {
	const field = state === undefined ? undefined : findState(kind, state)?.signs;
	return field && isByPerson ? { [field]: personId } : {};
}

function enteringPatch(ticket: Ticket, to: number, at: EpochMs): Partial<Ticket> {
	const before = findState(ticket.kind, ticket.state)?.phase;
	const after = findState(ticket.kind, to)?.phase;
	const isReopen = (before === "resolved" || before === "closed") && (after === "open" || after === "hold");
	return {
		sourceState: null,
		...(after === "resolved" ? { resolvedAt: at } : {}),
		...(after === "closed" || after === "canceled" ? { closedAt: at } : {}),
		...(isReopen
			? {
					reopenCount: ticket.reopenCount + 1,
					resolvedAt: null,
					closedAt: null,
					closeCode: null,
					closeNotes: null,
				}
			: {}),
	};
}

function nextPriority(ticket: Ticket, set: TicketPatch, matrix: PriorityMatrix): Priority {
	const decides = [set.impact, set.urgency, set.$priorityOverride];
	// What was imported stands until something that decides it is changed.
	return decides.every((value) => value === undefined)
		? ticket.priority
		: priorityOf({ ...ticket, ...set }, matrix);
}

/** What the clocks depend on at one moment, as one move of the track. */
export function trackMoveOf(ticket: Ticket, at: EpochMs, isAnswered = false): TrackMove {
	const move = [at, ticket.state, ticket.holdReason ?? 0, ticket.priority, ticket.teamId] as const;
	return isAnswered ? [...move, 1] : move;
}

/**
 * The track with the ticket's present standing added, where it differs from the last move. Who was
 * answered once stays so.
 */
export function extendTrack(
	track: readonly TrackMove[],
	ticket: Ticket,
	{ at, isAnswer }: { readonly at: EpochMs; readonly isAnswer: boolean },
): readonly TrackMove[] {
	const last = track.at(-1);
	const move = trackMoveOf(ticket, last ? Math.max(last[0], at) : at, isAnswer || last?.[5] === 1);
	const isSame =
		last?.length === move.length && last.every((value, index) => index === 0 || value === move[index]);
	return isSame ? track : [...track, move];
}

const UNRECORDED: ReadonlySet<string> = new Set(["revision", "updatedAt", "track", "id", "kind", "number"]);

/** Which recorded fields differ between two standings of one ticket. */
export function differences(before: Ticket, after: Ticket): FieldChanges {
	const changed: Record<string, FieldChange> = {};
	for (const field of Object.keys(after) as (keyof Ticket)[]) {
		const [from, to] = [before[field] ?? null, after[field] ?? null];
		if (UNRECORDED.has(String(field)) || from === to) continue;
		changed[field] = { from: from as FieldChange["from"], to: to as FieldChange["to"] };
	}
	return changed;
}

/** Picks the named fields of a ticket: the base values of an intent. */
export function pickFields(ticket: Ticket, fields: readonly TicketFieldName[]): TicketPatch {
	return Object.fromEntries(fields.map((field) => [field, fieldValue(ticket, field)]));
}
