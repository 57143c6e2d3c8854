import { type ColumnId, knownColumns } from "../../shared/view/columns.ts";
import { readPreference, writePreference } from "../preferences/index.ts";

/** The columns that were chosen at this workstation, by view. */
function readAll(): Readonly<Record<string, readonly string[]>> {
	const kept = readPreference("queue.columns");
	if (typeof kept !== "string") return {};
	try {
		const value: unknown = JSON.parse(kept);
		return typeof value === "object" && value !== null ? (value as Record<string, readonly string[]>) : {};
	} catch {
		// Written by hand: as good as never chosen.
		return {};
	}
}

/** `null` where nobody chose. */
export function keptColumns(view: string): readonly ColumnId[] | null {
	const kept = readAll()[view];
	return Array.isArray(kept) && kept.length > 0 ? knownColumns(kept.map(String)) : null;
}

export function keepColumns(view: string, columns: readonly ColumnId[] | null): void {
	const { [view]: before, ...others } = readAll();
	if (columns === null && before === undefined) return;
	writePreference(
		"queue.columns",
		JSON.stringify(columns === null ? others : { ...others, [view]: columns }),
	);
}
