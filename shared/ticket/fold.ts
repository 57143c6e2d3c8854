import { extendTrack, type FieldChanges } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import type { TicketKind } from "./kinds.ts";
import type { EpochMs, Ticket } from "./ticket.ts";

/** As much of a history entry as a ticket is made of. */
export interface FoldedEntry {
	readonly occurredAt: EpochMs;
	readonly changes: FieldChanges;
}

/** The ticket as the sum of its history, oldest entry first: what a stored row must equal. */
export function foldHistory(
	identity: { readonly id: string; readonly kind: TicketKind; readonly number: string },
	history: readonly FoldedEntry[],
): Ticket {
	const blank = blankTicket(identity.id, identity.kind, identity.number);
	return history.reduce(foldEntry, blank);
}

function foldEntry(ticket: Ticket, entry: FoldedEntry): Ticket {
	const values = Object.fromEntries(
		Object.entries(entry.changes).map(([field, change]) => [field, change.to]),
	);
	const next: Ticket = {
		...ticket,
		...values,
		updatedAt: Math.max(ticket.updatedAt, entry.occurredAt),
		revision: ticket.revision + 1,
	};
	return { ...next, track: extendTrack(ticket.track, next, entry.occurredAt) };
}
