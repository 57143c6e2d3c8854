/** What a list of tickets can show of each. */
export const COLUMN_IDS = [
	"number",
	"kind",
	"shortDescription",
	"state",
	"priority",
	"impact",
	"urgency",
	"caller",
	"team",
	"assignee",
	"service",
	"ci",
	"due",
	"opened",
	"updated",
	"handovers",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** What it shows where nobody chose. */
export const USUAL_COLUMNS: readonly ColumnId[] = [
	"number",
	"shortDescription",
	"state",
	"priority",
	"caller",
	"team",
	"assignee",
	"due",
	"updated",
];

/** Those that are known here: a newer program may have more. */
export function knownColumns(ids: readonly string[]): readonly ColumnId[] {
	const known = ids.flatMap((id) => COLUMN_IDS.find((column) => column === id) ?? []);
	return known.length > 0 ? [...new Set(known)] : USUAL_COLUMNS;
}
