import { extendTrack, type FieldChanges, trackMoveOf } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import type { TicketKind } from "./kinds.ts";
import { actOf, isResponse } from "./response.ts";
import { type EpochMs, type Ticket, type TrackMove, withoutEmpty } from "./ticket.ts";

/** As much of a history entry as a ticket is made of. */
export interface FoldedEntry {
	readonly occurredAt: EpochMs;
	readonly changes: FieldChanges;
	readonly actor: Parameters<typeof actOf>[0]["actor"];
	readonly note: Parameters<typeof actOf>[0]["note"];
}

/** The ticket as the sum of its history, oldest entry first: what a stored row must equal. */
export function foldHistory(
	identity: { readonly id: string; readonly kind: TicketKind; readonly number: string },
	history: readonly FoldedEntry[],
): Ticket {
	const blank = blankTicket(identity.id, identity.kind, identity.number);
	return history.reduce(foldEntry, blank);
}

/** The ticket after one more entry of its history. */
export function foldEntry(ticket: Ticket, entry: FoldedEntry): Ticket {
	const values = Object.fromEntries(
		Object.entries(entry.changes).map(([field, change]) => [field, change?.to ?? null]),
	);
	const next: Ticket = {
		...ticket,
		...values,
		updatedAt: Math.max(ticket.updatedAt, entry.occurredAt),
		revision: ticket.revision + 1,
	};
	const track = ticket.revision === 0 ? openTrack(ticket, next, entry.occurredAt) : ticket.track;
	const isAnswer = isResponse(ticket, next, actOf(entry));
	return withoutEmpty({ ...next, track: extendTrack(track, next, { at: entry.occurredAt, isAnswer }) });
}

/**
 * Clocks run from when a ticket was opened, also where its history begins later: an imported ticket
 * was in its first state until its first entry.
 */
function openTrack(blank: Ticket, first: Ticket, occurredAt: EpochMs): readonly TrackMove[] {
	if (first.openedAt >= occurredAt) return [];
	return [trackMoveOf({ ...first, state: blank.state, holdReason: null }, first.openedAt)];
}
