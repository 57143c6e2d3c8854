import { fromHistoryRow, fromTicketRow } from "../../electron/background/store/rows.ts";
import type { Store } from "../../electron/background/store/store.ts";
import type { HistoryEntry } from "../../shared/api/tickets.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";

/** What the desk really has, read from its tables. */
export interface DeskTruth {
	readonly head: number;
	readonly epoch: string;
	readonly tickets: ReadonlyMap<string, Ticket>;
	/** By ticket and revision. */
	readonly history: readonly HistoryEntry[];
	/** Ids of the intents it has applied. */
	readonly applied: ReadonlySet<string>;
}

export async function readTruth(store: Store): Promise<DeskTruth> {
	const tickets = await store.reader.selectFrom("ticket").selectAll().execute();
	const history = await store.reader
		.selectFrom("history")
		.selectAll()
		.orderBy("ticket_id")
		.orderBy("revision")
		.execute();
	const intents = await store.reader.selectFrom("intent").select("id").execute();
	return {
		head: store.head(),
		epoch: store.epoch,
		tickets: new Map(tickets.map((row) => [row.id, fromTicketRow(row)])),
		history: history.map(fromHistoryRow),
		applied: new Set(intents.map(({ id }) => id)),
	};
}
