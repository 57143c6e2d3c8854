import { create } from "zustand";
import { readPreference, writePreference } from "../preferences/index.ts";
import type { ViewOrder, ViewQuery } from "../worker/views/view-protocol.ts";
import { keepColumns, keptColumns } from "./kept-columns.ts";
import { isSameWork, readyMade, type ShownWork, type UsualWork } from "./usual-work.ts";
import {
	type FilterName,
	type Filters,
	isViewId,
	makeQuery,
	NO_FILTERS,
	VIEW_IDS,
	type ViewId,
} from "./view-query.ts";

/** A ready-made view by its name, a saved one by its id. */
export type ViewKey = string;

/** What a person is doing in one view: kept while they go to a ticket and come back. */
export interface ViewWork extends ShownWork {
	/** The version of the saved view that it began with. */
	readonly basedOn: number;
	readonly selectedId: string | null;
	/** Where the selected row was, so that its neighbour can be chosen when it leaves the view. */
	readonly selectedIndex: number;
}

export interface QueueState {
	readonly view: ViewKey;
	readonly work: Readonly<Record<ViewKey, ViewWork>>;
	/** The saved views that are known here. */
	readonly saved: Readonly<Record<ViewKey, UsualWork>>;
	readonly isPreviewOpen: boolean;
	readonly previewWidth: number;
	readonly isListOpen: boolean;
	readonly showView: (view: ViewKey) => void;
	/** The saved views as they are now: what a person has not changed of them follows. */
	readonly learn: (saved: Readonly<Record<ViewKey, UsualWork>>) => void;
	readonly setFilter: <Name extends FilterName>(name: Name, value: Filters[Name]) => void;
	readonly replace: (view: ViewKey, filters: Filters, order: ViewOrder) => void;
	/** As the view says, whatever was changed. */
	readonly reset: (view: ViewKey) => void;
	/** A view was saved from here: it is as it is shown. */
	readonly noteSaved: (view: ViewKey, usual: UsualWork) => void;
	readonly clearFilters: () => void;
	readonly setOrder: (order: ViewOrder) => void;
	readonly setColumns: (columns: ShownWork["columns"]) => void;
	readonly select: (id: string | null, index: number) => void;
	readonly togglePreview: () => void;
	readonly toggleList: () => void;
	readonly setPreviewWidth: (width: number) => void;
}

export const PREVIEW_WIDTH = { min: 320, max: 760, usual: 400 } as const;

/** Another list starts at its top. */
const TOP = { selectedId: null, selectedIndex: 0 } as const;

function freshWork({ filters, order, columns, version }: UsualWork, view: ViewKey): ViewWork {
	return { filters, order, columns: keptColumns(view) ?? columns, basedOn: version, ...TOP };
}

function keptView(): ViewKey {
	const kept = readPreference("queue.view");
	return typeof kept === "string" && (isViewId(kept) || isSavedKey(kept)) ? kept : "open";
}

/** Whether an address may name a saved view so. */
export function isSavedKey(text: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function keptWidth(): number {
	const kept = readPreference("queue.preview-width");
	return typeof kept === "number" ? clampWidth(kept) : PREVIEW_WIDTH.usual;
}

function clampWidth(width: number): number {
	return Math.round(Math.min(PREVIEW_WIDTH.max, Math.max(PREVIEW_WIDTH.min, width)));
}

const READY = Object.fromEntries(VIEW_IDS.map((view) => [view, readyMade(view)])) as Readonly<
	Record<ViewId, UsualWork>
>;
const FRESH: Readonly<Record<ViewKey, ViewWork>> = Object.fromEntries(
	VIEW_IDS.map((view) => [view, freshWork(READY[view], view)]),
);
const UNKNOWN = freshWork(READY.open, "open");

type Views = Pick<QueueState, "view" | "work" | "saved">;

/** What a view shows before anything is changed of it; of one that is not known here, what `open` does. */
export function usualOf({ saved }: Pick<QueueState, "saved">, view: ViewKey): UsualWork {
	return isViewId(view) ? READY[view] : (saved[view] ?? READY.open);
}

/** What is done in the view that is shown. */
export function shownWork({ view, work }: Pick<QueueState, "view" | "work">): ViewWork {
	return work[view] ?? UNKNOWN;
}

/** Whether anything of the shown view is not as it says. */
export function isChanged(state: Views): boolean {
	return !isSameWork(shownWork(state), usualOf(state, state.view));
}

/** The question behind what a state shows. */
export function queryOf(state: Views): ViewQuery {
	const { filters, order } = shownWork(state);
	return makeQuery(usualOf(state, state.view).base, filters, order);
}

/** A change of the shown view's work. */
function changeWork(state: QueueState, change: Partial<ViewWork>): Pick<QueueState, "work"> {
	return { work: { ...state.work, [state.view]: { ...shownWork(state), ...change } } };
}

/** What was not changed of a view follows it; the rest stays as the person made it. */
function follow(state: QueueState, view: ViewKey, usual: UsualWork): ViewWork {
	const work = state.work[view];
	const before = state.saved[view];
	if (!work || !before) return work ?? freshWork(usual, view);
	if (!isSameWork(work, before) && !isSameWork(work, usual)) return work;
	const { filters, order, columns, version } = usual;
	return work.basedOn === version ? work : { ...work, filters, order, columns, basedOn: version };
}

export const useQueueStore = create<QueueState>()((set) => ({
	view: keptView(),
	work: FRESH,
	saved: {},
	isPreviewOpen: readPreference("queue.preview-open") !== false,
	previewWidth: keptWidth(),
	isListOpen: readPreference("queue.list-open") !== false,
	showView: (view) => {
		writePreference("queue.view", view);
		set({ view });
	},
	learn: (saved) =>
		set((state) => {
			const learned = Object.entries(saved).map(
				([view, usual]) => [view, follow(state, view, usual)] as const,
			);
			return { saved, work: { ...state.work, ...Object.fromEntries(learned) } };
		}),
	setFilter: (name, value) =>
		set((state) => changeWork(state, { ...TOP, filters: { ...shownWork(state).filters, [name]: value } })),
	replace: (view, filters, order) =>
		set((state) => ({
			view,
			work: { ...state.work, [view]: { ...shownWork({ view, work: state.work }), filters, order } },
		})),
	reset: (view) =>
		set((state) => {
			keepColumns(view, null);
			return { work: { ...state.work, [view]: freshWork(usualOf(state, view), view) } };
		}),
	noteSaved: (view, usual) =>
		set((state) => {
			keepColumns(view, null);
			const { selectedId, selectedIndex } = state.work[view] ?? UNKNOWN;
			const work = { ...freshWork(usual, view), selectedId, selectedIndex };
			return { saved: { ...state.saved, [view]: usual }, work: { ...state.work, [view]: work } };
		}),
	clearFilters: () => set((state) => changeWork(state, { ...TOP, filters: NO_FILTERS })),
	setOrder: (order) => set((state) => changeWork(state, { ...TOP, order })),
	setColumns: (columns) =>
		set((state) => {
			const usual = usualOf(state, state.view);
			const isUsual = JSON.stringify(columns) === JSON.stringify(usual.columns);
			keepColumns(state.view, isUsual ? null : columns);
			return changeWork(state, { columns });
		}),
	select: (selectedId, selectedIndex) =>
		set((state) => {
			const work = shownWork(state);
			const isSame = work.selectedId === selectedId && work.selectedIndex === selectedIndex;
			return isSame ? state : changeWork(state, { selectedId, selectedIndex });
		}),
	togglePreview: () =>
		set((state) => {
			writePreference("queue.preview-open", !state.isPreviewOpen);
			return { isPreviewOpen: !state.isPreviewOpen };
		}),
	toggleList: () =>
		set((state) => {
			writePreference("queue.list-open", !state.isListOpen);
			return { isListOpen: !state.isListOpen };
		}),
	setPreviewWidth: (width) => {
		writePreference("queue.preview-width", clampWidth(width));
		set({ previewWidth: clampWidth(width) });
	},
}));
