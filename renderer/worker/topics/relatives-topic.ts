import type { Model } from "../engine/model.ts";
import { makeRow } from "../views/queue-row.ts";
import type { QueueRow } from "../views/view-protocol.ts";
import type { Relatives } from "./ticket-protocol.ts";

/**
 * What a ticket is a piece of, its pieces, what it causes, and what is the same as it: as shown, also where
 * the desk knows nothing of it yet.
 */
export function relativesPayload({ generation }: Model, ticketId: string): Relatives | undefined {
	if (!generation) return undefined;
	const { columns } = generation.cache;
	const context = generation.views.rowContext();
	const rowsOf = (slots: readonly number[]): readonly QueueRow[] =>
		slots.map((slot) => makeRow(context, slot)).sort((one, other) => one.openedAt - other.openedAt);
	const slot = columns.slotOf(ticketId);
	const named = (column: "parent" | "problem" | "original"): QueueRow | null => {
		const id = slot === undefined ? null : columns.others.valueOf(columns.data[column][slot] ?? 0);
		const other = id === null ? undefined : columns.slotOf(id);
		return other === undefined ? null : makeRow(context, other);
	};
	return {
		parent: named("parent"),
		problem: named("problem"),
		original: named("original"),
		duplicates: rowsOf(columns.naming(ticketId, "original")),
		parts: rowsOf(columns.naming(ticketId, "parent")),
		caused: rowsOf(columns.naming(ticketId, "problem")),
	};
}
