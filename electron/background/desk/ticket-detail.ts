import type { z } from "zod";
import type { historiesSchema, TicketDetail } from "../../../shared/api/tickets.ts";
import { computeClocks } from "../../../shared/sla/clock.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import type { Store } from "../store/store.ts";
import { withAttachments } from "./attachments/with-attachments.ts";
import { findAlertIds, findHistory, findTicketByKey } from "./find-ticket.ts";
import { readCompiledDefinitions } from "./sla/definitions.ts";

/** All there is to know of one ticket, by id or number; `null` where there is none. */
export async function readTicketDetail(
	store: Store,
	key: string,
	now: EpochMs,
): Promise<TicketDetail | null> {
	// Read first: what is read after it is at least as new.
	const seq = store.head();
	const ticket = await findTicketByKey(store.reader, key);
	if (!ticket) return null;
	const history = await findHistory(store.reader, ticket.id);
	const alertIds = await findAlertIds(store.reader, [ticket.id]);
	return {
		ticket,
		// A commit between the two reads has an entry that the ticket doesn't show yet.
		history: history.filter((entry) => entry.revision <= ticket.revision),
		clocks: [...computeClocks(await readCompiledDefinitions(store.reader), ticket, now)],
		alertIds: [...(alertIds.get(ticket.id) ?? [])],
		seq,
		serverTime: now,
	};
}

type Histories = z.infer<typeof historiesSchema>;

/** Histories of many tickets; those that aren't known are left out. */
export async function readHistories(store: Store, ticketIds: readonly string[]): Promise<Histories> {
	const rows = await store.reader
		.selectFrom("history")
		.selectAll()
		.where("ticket_id", "in", ticketIds)
		.orderBy("ticket_id")
		.orderBy("revision")
		.execute();
	const alertIds = await findAlertIds(store.reader, ticketIds);
	const entries = await withAttachments(store.reader, rows);
	const byTicket = Map.groupBy(entries, (entry) => entry.ticketId);
	return {
		histories: [...byTicket].map(([ticketId, history]) => ({
			ticketId,
			history,
			alertIds: [...(alertIds.get(ticketId) ?? [])],
		})),
	};
}
