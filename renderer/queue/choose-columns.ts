import { type ColumnId, USUAL_COLUMNS } from "../../shared/view/columns.ts";

/** Width in pixels; the short description takes what is left. */
const COLUMN_WIDTHS: Readonly<Record<ColumnId, number>> = {
	number: 106,
	kind: 96,
	shortDescription: 200,
	state: 158,
	priority: 116,
	impact: 84,
	urgency: 84,
	caller: 130,
	team: 130,
	assignee: 130,
	service: 130,
	ci: 130,
	due: 184,
	opened: 84,
	updated: 84,
	handovers: 96,
};

/** Who gives way first where the list is narrow. */
const GIVES_WAY: readonly ColumnId[] = ["caller", "updated", "team", "assignee", "due"];

/** The usual columns that fit; of those that somebody chose all, and a narrow list scrolls sideways. */
export function chooseColumns(widthPx: number, chosen: readonly ColumnId[] | null): readonly ColumnId[] {
	if (chosen) return chosen;
	const shown = new Set<ColumnId>(USUAL_COLUMNS);
	for (const id of GIVES_WAY) {
		if (widthOf([...shown]) <= widthPx) break;
		shown.delete(id);
	}
	return USUAL_COLUMNS.filter((id) => shown.has(id));
}

/** So many pixels they need at least. */
export function widthOf(columns: readonly ColumnId[]): number {
	return columns.reduce((sum, column) => sum + COLUMN_WIDTHS[column], 0);
}

export function columnTemplate(columns: readonly ColumnId[]): string {
	const isFilled = columns.includes("shortDescription");
	return columns
		.map((id, index) => {
			if (id === "shortDescription") return "minmax(160px, 1fr)";
			const isLast = !isFilled && index === columns.length - 1;
			return isLast ? `minmax(${COLUMN_WIDTHS[id]}px, 1fr)` : `${COLUMN_WIDTHS[id]}px`;
		})
		.join(" ");
}
