export const COLUMN_IDS = [
	"number",
	"shortDescription",
	"state",
	"priority",
	"caller",
	"team",
	"assignee",
	"due",
	"updated",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Width in pixels; the short description takes what is left. */
export const COLUMN_WIDTHS: Readonly<Record<ColumnId, number>> = {
	number: 106,
	shortDescription: 200,
	state: 158,
	priority: 116,
	caller: 130,
	team: 130,
	assignee: 130,
	due: 184,
	updated: 84,
};

/** Who gives way first where the list is narrow. */
const GIVES_WAY: readonly ColumnId[] = ["caller", "updated", "team", "assignee", "due"];

/** The columns that fit, in their order. */
export function chooseColumns(widthPx: number): readonly ColumnId[] {
	const shown = new Set<ColumnId>(COLUMN_IDS);
	for (const id of GIVES_WAY) {
		const needed = [...shown].reduce((sum, column) => sum + COLUMN_WIDTHS[column], 0);
		if (needed <= widthPx) break;
		shown.delete(id);
	}
	return COLUMN_IDS.filter((id) => shown.has(id));
}

export function columnTemplate(columns: readonly ColumnId[]): string {
	return columns
		.map((id) => (id === "shortDescription" ? "minmax(160px, 1fr)" : `${COLUMN_WIDTHS[id]}px`))
		.join(" ");
}
