import type { Refusal } from "../../../shared/result.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { isRelation, judgeRelation, refuseCircle } from "../../../shared/ticket/relations.ts";
import type { TicketFieldName, TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { TicketColumns } from "../cache/ticket-columns.ts";

/** Why a ticket may not name what an edit says, as far as it can be told here: what is not known here the desk judges. */
export function judgeRelations(
	columns: TicketColumns,
	ticket: { readonly id: string; readonly kind: TicketKind },
	set: TicketPatch,
): Refusal | undefined {
	for (const [field, id] of Object.entries(set) as [TicketFieldName, unknown][]) {
		if (!isRelation(field) || typeof id !== "string") continue;
		const slot = columns.slotOf(id);
		if (slot === undefined) continue;
		const misfit = judgeRelation(ticket, field, { id, kind: columns.kindOf(slot) });
		if (misfit) return misfit;
		if (field === "parentId" && isPieceOf(columns, slot, ticket.id))
			return refuseCircle(columns.numberOf(slot), field);
	}
	return undefined;
}

/** Whether the way from one row by parents comes to a ticket. */
function isPieceOf(columns: TicketColumns, slot: number, ticketId: string): boolean {
	const seen = new Set<number>();
	let at: number | undefined = slot;
	while (at !== undefined && !seen.has(at)) {
		seen.add(at);
		const parentId = columns.others.valueOf(columns.data.parent[at] ?? 0);
		if (parentId === ticketId) return true;
		at = parentId === null ? undefined : columns.slotOf(parentId);
	}
	return false;
}
