export { useMarks } from "./marks-store.ts";
export { PREVIEW_WIDTH, queryOf, useQueueStore } from "./queue-store.ts";
export {
	countFilters,
	type Filters,
	fromSearch,
	isDecidedByView,
	isViewId,
	LIST_FILTERS,
	type ListFilterName,
	makeQuery,
	nextOrder,
	PRIORITIES,
	toSearch,
	VIEW_IDS,
	type ViewId,
} from "./view-query.ts";
