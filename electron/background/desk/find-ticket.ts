import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { normalizeTicketNumber } from "../store/numbers.ts";
import { fromTicketRow } from "../store/rows.ts";
import type { DeskDatabase } from "../store/store.ts";
import { withAttachments } from "./attachments/with-attachments.ts";

export async function findTicket(database: DeskDatabase, ticketId: string): Promise<Ticket | null> {
	const row = await database.selectFrom("ticket").selectAll().where("id", "=", ticketId).executeTakeFirst();
	return row ? fromTicketRow(row) : null;
}

/** By id, or by number in any form that people type. */
export async function findTicketByKey(database: DeskDatabase, key: string): Promise<Ticket | null> {
	const number = normalizeTicketNumber(key);
	if (number === null) return findTicket(database, key);
	const row = await database.selectFrom("ticket").selectAll().where("number", "=", number).executeTakeFirst();
	return row ? fromTicketRow(row) : null;
}

/** A ticket's history, oldest first, after one revision. */
export async function findHistory(
	database: DeskDatabase,
	ticketId: string,
	afterRevision = 0,
): Promise<readonly HistoryEntry[]> {
	const rows = await database
		.selectFrom("history")
		.selectAll()
		.where("ticket_id", "=", ticketId)
		.where("revision", ">", afterRevision)
		.orderBy("revision")
		.execute();
	return withAttachments(database, rows);
}

/** Alerts linked to tickets, by ticket, oldest first. */
export async function findAlertIds(
	database: DeskDatabase,
	ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const rows = await database
		.selectFrom("alert")
		.select(["id", "ticket_id"])
		.where("ticket_id", "in", ticketIds)
		.orderBy("since")
		.orderBy("id")
		.execute();
	const byTicket = Map.groupBy(rows, (row) => row.ticket_id ?? "");
	return new Map([...byTicket].map(([ticketId, alerts]) => [ticketId, alerts.map(({ id }) => id)]));
}
