export { useMarks } from "./marks-store.ts";
export {
	isChanged,
	isSavedKey,
	PREVIEW_WIDTH,
	queryOf,
	shownWork,
	useQueueStore,
	usualOf,
	type ViewKey,
} from "./queue-store.ts";
export { changedShows, columnsOf, readView, showsOf } from "./usual-work.ts";
export {
	countFilters,
	type Filters,
	fromSearch,
	isDecidedByView,
	isViewId,
	LIST_FILTERS,
	type ListFilterName,
	makeQuery,
	NO_FILTERS,
	nextOrder,
	PRIORITIES,
	toSearch,
	VIEW_IDS,
	type ViewId,
} from "./view-query.ts";
