import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { applyChange, differences } from "../../../shared/ticket/apply.ts";
import { openTicket } from "../../../shared/ticket/open.ts";
import { withJoinedParts } from "../../../shared/ticket/parts/merge-parts.ts";
import { DEFAULT_PRIORITY_MATRIX, type PriorityMatrix } from "../../../shared/ticket/priority.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";

/** A ticket with pending edits: as shown, and what they would add to its history. */
export interface ShownTicket {
	readonly ticket: Ticket;
	readonly history: readonly HistoryEntry[];
}

/**
 * Base ⊕ pending: the ticket with its lane's entries replayed on it, oldest first. What needs a
 * person is not applied, as the desk's truth stands until they decide; a ticket made here stays.
 * `null` where there is neither a base nor an entry that makes one.
 */
export function showIntents(
	base: Ticket | null,
	lane: readonly OutboxEntry[],
	matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX,
): ShownTicket | null {
	const first: ShownTicket | null = base ? { ticket: base, history: [] } : null;
	return lane.reduce((shown, entry) => applyEntry(shown, entry, matrix), first);
}

function applyEntry(
	shown: ShownTicket | null,
	entry: OutboxEntry,
	matrix: PriorityMatrix,
): ShownTicket | null {
	if (entry.intent.type === "create") return shown ?? openFrom(entry, matrix);
	if (!shown || entry.phase === "needs-you") return shown;
	const { intent, personId } = entry;
	const act = { isByPerson: true, personId, note: intent.note ?? null };
	// What others did to parts of a value meanwhile is shown beside what is done here.
	const set = withJoinedParts(shown.ticket, intent.base, intent.set);
	const { ticket, changes } = applyChange(shown.ticket, set, intent.occurredAt, act, matrix);
	const isNoteOnly = Object.keys(changes).length === 0;
	return {
		ticket,
		history: [
			...shown.history,
			{ ...historyOf(entry, ticket), type: isNoteOnly ? "noted" : "changed", changes },
		],
	};
}

function openFrom(entry: OutboxEntry, matrix: PriorityMatrix): ShownTicket | null {
	const { intent } = entry;
	if (intent.type !== "create") return null;
	const opening = {
		id: intent.ticketId,
		number: entry.answer?.number ?? entry.provisionalNumber ?? "",
		kind: intent.kind,
		set: intent.set,
		note: intent.note,
		openedById: entry.personId,
		at: intent.occurredAt,
	};
	const { opened, move, ticket } = openTicket(opening, matrix);
	const created: HistoryEntry = { ...historyOf(entry, opened), type: "created", changes: {} };
	const isMoved = Object.keys(move).length > 0;
	const { attachments: _, ...about } = historyOf(entry, ticket);
	const moved: HistoryEntry = {
		...about,
		id: `pending:${intent.id}:2`,
		type: "changed",
		changes: differences(opened, ticket),
	};
	return {
		ticket,
		history: isMoved ? [{ ...created, note: null }, moved] : [created],
	};
}

function historyOf(entry: OutboxEntry, ticket: Ticket): Omit<HistoryEntry, "type" | "changes"> {
	const { intent } = entry;
	return {
		id: `pending:${intent.id}`,
		ticketId: intent.ticketId,
		revision: ticket.revision,
		actor: { kind: "person", id: entry.personId },
		occurredAt: intent.occurredAt,
		recordedAt: intent.occurredAt,
		note: intent.note ?? null,
		...(entry.files ? { attachments: entry.files } : {}),
		intentId: intent.id,
		alertId: null,
		...(intent.type === "change" && intent.batchId ? { batchId: intent.batchId } : {}),
		...(intent.type === "change" && intent.undoes ? { undoes: intent.undoes } : {}),
	};
}
