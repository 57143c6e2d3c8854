import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import { fromAttachmentRow, fromHistoryRow } from "../../store/rows.ts";
import type { DeskDatabase } from "../../store/store.ts";
import type { HistoryTable } from "../../store/tables.ts";

/** History entries with the files that hang on them, in the order of their making. */
export async function withAttachments(
	database: DeskDatabase,
	rows: readonly HistoryTable[],
): Promise<readonly HistoryEntry[]> {
	const ticketIds = [...new Set(rows.map((row) => row.ticket_id))];
	if (ticketIds.length === 0) return [];
	const attached = await database
		.selectFrom("attachment")
		.selectAll()
		.where("ticket_id", "in", ticketIds)
		.orderBy("id")
		.execute();
	const byEntry = Map.groupBy(attached, (row) => row.history_id);
	return rows.map((row) => {
		const attachments = byEntry.get(row.id)?.map(fromAttachmentRow);
		return { ...fromHistoryRow(row), ...(attachments ? { attachments } : {}) };
	});
}
