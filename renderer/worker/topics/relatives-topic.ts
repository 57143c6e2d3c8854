import { findField } from "../../../shared/ticket/lifecycle.ts";
import { DUPLICATE_OF } from "../../../shared/ticket/relations.ts";
import { fieldValue } from "../../../shared/ticket/ticket.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import type { QueueRow, Relatives } from "../protocol.ts";
import { makeRow } from "../views/queue-row.ts";

/**
 * What a ticket is a piece of, its pieces, what it causes, and what is the same as it: as shown, also where
 * the desk knows nothing of it yet.
 */
export async function relativesPayload(
	{ generation }: Model,
	ticketId: string,
): Promise<Relatives | undefined> {
	if (!generation) return undefined;
	const originalId = await readOriginal(generation, ticketId);
	const { columns } = generation.cache;
	const context = generation.views.rowContext();
	const rowsOf = (slots: readonly number[]): readonly QueueRow[] =>
		slots.map((slot) => makeRow(context, slot)).sort((one, other) => one.openedAt - other.openedAt);
	const slot = columns.slotOf(ticketId);
	const rowOf = (id: string | null): QueueRow | null => {
		const other = id === null ? undefined : columns.slotOf(id);
		return other === undefined ? null : makeRow(context, other);
	};
	const named = (column: "parent" | "problem"): QueueRow | null =>
		rowOf(slot === undefined ? null : columns.others.valueOf(columns.data[column][slot] ?? 0));
	if (slot !== undefined && findField(columns.kindOf(slot), DUPLICATE_OF)) generation.duplicateSearch.ask();
	return {
		parent: named("parent"),
		problem: named("problem"),
		original: rowOf(originalId),
		duplicates: rowsOf(columns.duplicates.of(ticketId)),
		parts: rowsOf(columns.naming(ticketId, "parent")),
		caused: rowsOf(columns.naming(ticketId, "problem")),
	};
}

/** Which ticket stands for this one, by its row: no column says so. */
async function readOriginal({ cache }: OpenGeneration, ticketId: string): Promise<string | null> {
	const shown = cache.overlay.shownOf(ticketId);
	const ticket = shown ? shown.ticket : await cache.readBase(ticketId);
	const original = ticket && fieldValue(ticket, DUPLICATE_OF);
	return typeof original === "string" ? original : null;
}
