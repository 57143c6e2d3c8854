import { isRelation, mayRelate } from "../../../shared/ticket/relations.ts";
import type { Ticket, TicketFieldName } from "../../../shared/ticket/ticket.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";

/** Which tickets another may name in one of its fields. */
export function offeredFor(
	ticket: Pick<Ticket, "id" | "kind">,
	field: TicketFieldName,
): (row: QueueRow) => boolean {
	if (!isRelation(field)) return (row) => row.id !== ticket.id;
	return (row) => mayRelate(ticket, field, row);
}
