import type { ColumnId } from "../../shared/view/columns.ts";

/** All columns with one of them a place up or down; at the ends nothing moves. */
export function moveColumn(order: readonly ColumnId[], id: ColumnId, step: 1 | -1): readonly ColumnId[] {
	const from = order.indexOf(id);
	const to = from + step;
	if (from < 0 || to < 0 || to >= order.length) return order;
	return order.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** The shown ones with one more or one less, each where it stands among all; the last one stays. */
export function toggleColumn(
	order: readonly ColumnId[],
	shown: readonly ColumnId[],
	id: ColumnId,
): readonly ColumnId[] {
	const wanted = new Set(shown);
	if (!wanted.delete(id)) wanted.add(id);
	return wanted.size === 0 ? shown : order.filter((column) => wanted.has(column));
}
