import { create } from "zustand";
import { readPreference, writePreference } from "../preferences/index.ts";
import type { ViewOrder, ViewQuery } from "../worker/protocol.ts";
import {
	defaultOrder,
	type FilterName,
	type Filters,
	isViewId,
	makeQuery,
	NO_FILTERS,
	VIEW_IDS,
	type ViewId,
} from "./view-query.ts";

/** What a person is doing in one view: kept while they go to a ticket and come back. */
export interface ViewWork {
	readonly filters: Filters;
	readonly order: ViewOrder;
	readonly selectedId: string | null;
	/** Where the selected row was, so that its neighbour can be chosen when it leaves the view. */
	readonly selectedIndex: number;
}

export interface QueueState {
	readonly view: ViewId;
	readonly work: Readonly<Record<ViewId, ViewWork>>;
	readonly isPreviewOpen: boolean;
	readonly previewWidth: number;
	readonly showView: (view: ViewId) => void;
	readonly setFilter: <Name extends FilterName>(name: Name, value: Filters[Name]) => void;
	readonly replace: (view: ViewId, filters: Filters, order: ViewOrder) => void;
	readonly clearFilters: () => void;
	readonly setOrder: (order: ViewOrder) => void;
	readonly select: (id: string | null, index: number) => void;
	readonly togglePreview: () => void;
	readonly setPreviewWidth: (width: number) => void;
}

export const PREVIEW_WIDTH = { min: 320, max: 760, usual: 400 } as const;

function freshWork(view: ViewId): ViewWork {
	return { filters: NO_FILTERS, order: defaultOrder(view), selectedId: null, selectedIndex: 0 };
}

function keptView(): ViewId {
	const kept = readPreference("queue.view");
	return isViewId(kept) ? kept : "open";
}

function keptWidth(): number {
	const kept = readPreference("queue.preview-width");
	return typeof kept === "number" ? clampWidth(kept) : PREVIEW_WIDTH.usual;
}

function clampWidth(width: number): number {
	return Math.round(Math.min(PREVIEW_WIDTH.max, Math.max(PREVIEW_WIDTH.min, width)));
}

const FRESH = Object.fromEntries(VIEW_IDS.map((view) => [view, freshWork(view)])) as Readonly<
	Record<ViewId, ViewWork>
>;

/** Another list starts at its top. */
const TOP = { selectedId: null, selectedIndex: 0 } as const;

/** A change of the shown view's work. */
function changeWork(state: QueueState, change: Partial<ViewWork>): Pick<QueueState, "work"> {
	return { work: { ...state.work, [state.view]: { ...state.work[state.view], ...change } } };
}

export const useQueueStore = create<QueueState>()((set) => ({
	view: keptView(),
	work: FRESH,
	isPreviewOpen: readPreference("queue.preview-open") !== false,
	previewWidth: keptWidth(),
	showView: (view) => {
		writePreference("queue.view", view);
		set({ view });
	},
	setFilter: (name, value) =>
		set((state) =>
			changeWork(state, { ...TOP, filters: { ...state.work[state.view].filters, [name]: value } }),
		),
	replace: (view, filters, order) =>
		set((state) => ({
			view,
			work: { ...state.work, [view]: { ...state.work[view], filters, order } },
		})),
	clearFilters: () => set((state) => changeWork(state, { ...TOP, filters: NO_FILTERS })),
	setOrder: (order) => set((state) => changeWork(state, { ...TOP, order })),
	select: (selectedId, selectedIndex) =>
		set((state) => {
			const work = state.work[state.view];
			const isSame = work.selectedId === selectedId && work.selectedIndex === selectedIndex;
			return isSame ? state : changeWork(state, { selectedId, selectedIndex });
		}),
	togglePreview: () =>
		set((state) => {
			writePreference("queue.preview-open", !state.isPreviewOpen);
			return { isPreviewOpen: !state.isPreviewOpen };
		}),
	setPreviewWidth: (width) => {
		writePreference("queue.preview-width", clampWidth(width));
		set({ previewWidth: clampWidth(width) });
	},
}));

/** The question behind what a state shows. */
export function queryOf(state: Pick<QueueState, "view" | "work">): ViewQuery {
	const { filters, order } = state.work[state.view];
	return makeQuery(state.view, filters, order);
}
