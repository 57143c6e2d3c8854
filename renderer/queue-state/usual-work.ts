import { type ColumnId, knownColumns, USUAL_COLUMNS } from "../../shared/view/columns.ts";
import type { SavedView, ViewShows } from "../../shared/view/saved-view.ts";
import type { ViewOrder } from "../worker/views/view-protocol.ts";
import {
	defaultOrder,
	type Filters,
	isOrderColumn,
	isViewId,
	NO_FILTERS,
	PRIORITIES,
	type ViewId,
} from "./view-query.ts";

/** What a view shows before anybody changes anything of it. */
export interface UsualWork {
	/** The ready-made view that it is, or narrows. */
	readonly base: ViewId;
	readonly filters: Filters;
	readonly order: ViewOrder;
	/** `null`: the usual ones, as many as fit. */
	readonly columns: readonly ColumnId[] | null;
	/** It asks for something that this program does not know: what it lists may be too much. */
	readonly isPartial: boolean;
	/** Of the saved view; 0 where it is ready-made. */
	readonly version: number;
}

/** What is done with a view at the moment: the part of it that can be saved. */
export type ShownWork = Pick<UsualWork, "filters" | "order" | "columns">;

export function readyMade(view: ViewId): UsualWork {
	const order = defaultOrder(view);
	return { base: view, filters: NO_FILTERS, order, columns: null, isPartial: false, version: 0 };
}

/** A saved view as this program understands it. */
export function readView({ shows, version }: Pick<SavedView, "shows" | "version">): UsualWork {
	return { ...readShows(shows), version };
}

function readShows(shows: ViewShows): Omit<UsualWork, "version"> {
	const base = isViewId(shows.base) ? shows.base : "all";
	const { text, kinds, states, priorities, teamIds, assigneeIds } = shows;
	const { by, isDescending } = shows.order;
	return {
		base,
		filters: {
			text,
			kinds,
			states,
			priorities: PRIORITIES.filter((priority) => priorities.includes(priority)),
			teamIds,
			assigneeIds,
		},
		order: isOrderColumn(by) ? { by, isDescending } : defaultOrder(base),
		columns: shows.columns && knownColumns(shows.columns),
		isPartial: base !== shows.base || Object.keys(shows).some((key) => !KNOWN.has(key)),
	};
}

/** What is to be saved of a new view. */
export function showsOf(base: ViewId, { filters, order, columns }: ShownWork): ViewShows {
	return {
		base,
		text: filters.text.trim(),
		kinds: [...filters.kinds],
		states: [...filters.states],
		priorities: [...filters.priorities],
		teamIds: [...filters.teamIds],
		assigneeIds: [...filters.assigneeIds],
		order: { ...order },
		columns: columns && [...columns],
	};
}

/** What this program can say of a view. */
const KNOWN: ReadonlySet<string> = new Set(Object.keys(showsOf("all", readyMade("all"))));

/** A saved view with what was changed of it: whatever else it says, known here or not, stays as it is. */
export function changedShows(shows: ViewShows, work: ShownWork): ViewShows {
	const usual = readShows(shows);
	const before = showsOf(usual.base, usual);
	const after = showsOf(usual.base, work);
	const changed = Object.entries(after).filter(
		([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]),
	);
	const changes: Partial<ViewShows> = Object.fromEntries(changed);
	if (changes.order) changes.order = { ...shows.order, ...changes.order };
	if (changes.columns && shows.columns) changes.columns = withUnknown(changes.columns, shows.columns);
	return { ...shows, ...changes };
}

/** Columns that are not known here stay behind the one that they followed. */
function withUnknown(chosen: readonly string[], before: readonly string[]): string[] {
	const columns = [...chosen];
	for (const [index, id] of before.entries()) {
		if (columns.includes(id) || isKnownColumn(id)) continue;
		columns.splice(columns.indexOf(before[index - 1] ?? "") + 1, 0, id);
	}
	return columns;
}

function isKnownColumn(id: string): boolean {
	return knownColumns([id])[0] === id;
}

/** Whether what is shown is what the view says. */
export function isSameWork(one: ShownWork, other: ShownWork): boolean {
	return JSON.stringify(showsOf("all", one)) === JSON.stringify(showsOf("all", other));
}

export function columnsOf({ columns }: Pick<ShownWork, "columns">): readonly ColumnId[] {
	return columns ?? USUAL_COLUMNS;
}
