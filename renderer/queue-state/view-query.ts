import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { APPROVAL_STATE } from "../../shared/ticket/lifecycles/approval.ts";
import type { Priority } from "../../shared/ticket/priority.ts";
import type { ViewOrder, ViewQuery } from "../worker/views/view-protocol.ts";

export const VIEW_IDS = [
	"open",
	"mine",
	"my-teams",
	"unassigned",
	"breaching",
	"all",
	"approvals",
	"ageing",
	"bounced",
] as const;
/** A ready-made view. */
export type ViewId = (typeof VIEW_IDS)[number];

/** What a person narrows a view by; empty means "any". */
export interface Filters {
	readonly text: string;
	readonly kinds: readonly TicketKind[];
	readonly states: readonly number[];
	readonly priorities: readonly Priority[];
	readonly teamIds: readonly string[];
	readonly assigneeIds: readonly string[];
}

export const NO_FILTERS: Filters = {
	text: "",
	kinds: [],
	states: [],
	priorities: [],
	teamIds: [],
	assigneeIds: [],
};

export type FilterName = keyof Filters;
export const LIST_FILTERS = ["states", "priorities", "teamIds", "assigneeIds", "kinds"] as const;
export type ListFilterName = (typeof LIST_FILTERS)[number];

/** What each ready-made view asks for, before the person's own filters. */
const PRESETS: Readonly<Record<ViewId, Partial<ViewQuery> & { readonly order: ViewOrder }>> = {
	open: { isOpen: true, order: { by: "priority", isDescending: false } },
	mine: { isOpen: true, assigneeIds: ["me"], order: { by: "priority", isDescending: false } },
	"my-teams": { isOpen: true, isMyTeams: true, order: { by: "priority", isDescending: false } },
	unassigned: { isOpen: true, assigneeIds: ["none"], order: { by: "priority", isDescending: false } },
	breaching: { isOpen: true, isBreachingNext: true, order: { by: "dueAt", isDescending: false } },
	all: { order: { by: "openedAt", isDescending: true } },
	approvals: {
		isOpen: true,
		kinds: ["approval"],
		states: [APPROVAL_STATE.requested],
		assigneeIds: ["me", "delegators"],
		order: { by: "openedAt", isDescending: false },
	},
	ageing: { isOpen: true, text: "-updated:7d", order: { by: "updatedAt", isDescending: false } },
	bounced: { isOpen: true, text: "handovers:2", order: { by: "handovers", isDescending: true } },
};

export function isViewId(value: unknown): value is ViewId {
	return VIEW_IDS.some((id) => id === value);
}

export function defaultOrder(view: ViewId): ViewOrder {
	return PRESETS[view].order;
}

/** Filters that a view has decided already: its menu is not offered. */
export function isDecidedByView(view: ViewId, name: ListFilterName): boolean {
	return PRESETS[view][name] !== undefined;
}

/** The worker's question for a view, narrowed by filters. */
export function makeQuery(view: ViewId, filters: Filters, order: ViewOrder): ViewQuery {
	const base = { ...NO_FILTERS, ...filters, isOpen: false, isMyTeams: false, isBreachingNext: false };
	const text = [PRESETS[view].text ?? "", filters.text.trim()].join(" ").trim();
	return { ...base, ...PRESETS[view], text, order };
}

export function countFilters(filters: Filters): number {
	return LIST_FILTERS.filter((name) => filters[name].length > 0).length + (filters.text.trim() ? 1 : 0);
}

const ORDER_COLUMNS: ReadonlySet<string> = new Set<ViewOrder["by"]>([
	"number",
	"priority",
	"state",
	"openedAt",
	"updatedAt",
	"dueAt",
	"shortDescription",
	"team",
	"assignee",
	"caller",
	"handovers",
]);

export function isOrderColumn(value: string): value is ViewOrder["by"] {
	return ORDER_COLUMNS.has(value);
}

/** What a view shows before anything is changed of it. */
interface Usual {
	readonly filters: Filters;
	readonly order: ViewOrder;
}

/** The part of an address that repeats what is not as usual: `?text=vpn&priority=1,2&sort=-dueAt`. */
export function toSearch(usual: Usual, filters: Filters, order: ViewOrder): string {
	const search = new URLSearchParams();
	const text = filters.text.trim();
	if (text !== usual.filters.text.trim()) search.set("text", text);
	for (const name of LIST_FILTERS) {
		const value = filters[name].join(",");
		if (value !== usual.filters[name].join(",")) search.set(SEARCH_NAMES[name], value);
	}
	if (order.by !== usual.order.by || order.isDescending !== usual.order.isDescending) {
		search.set("sort", `${order.isDescending ? "-" : ""}${order.by}`);
	}
	const address = search.toString().replaceAll("%2C", ",");
	return address === "" ? "" : `?${address}`;
}

const SEARCH_NAMES: Readonly<Record<ListFilterName, string>> = {
	states: "state",
	priorities: "priority",
	teamIds: "team",
	assigneeIds: "assignee",
	kinds: "kind",
};

/** A desk adds kinds of its own: an address may be read before it is known which. */
const KIND_NAME = /^[a-z][A-Za-z0-9]{1,39}$/;

/** Reads such an address; what makes no sense in it is left out, what it does not name is as usual. */
export function fromSearch(usual: Usual, address: string): Usual {
	const search = new URLSearchParams(address);
	const read = <Name extends ListFilterName>(
		name: Name,
		make: (values: readonly string[]) => Filters[Name],
	): Filters[Name] => {
		const text = search.get(SEARCH_NAMES[name]);
		return text === null ? usual.filters[name] : make(text.split(",").filter(Boolean));
	};
	const sort = search.get("sort") ?? "";
	const by = sort.replace(/^-/, "");
	return {
		filters: {
			text: search.get("text") ?? usual.filters.text,
			kinds: read("kinds", (values) => values.filter((kind) => KIND_NAME.test(kind))),
			states: read("states", (values) => values.map(Number).filter(Number.isInteger)),
			priorities: read("priorities", (values) =>
				PRIORITIES.filter((priority) => values.includes(String(priority))),
			),
			teamIds: read("teamIds", (values) => values),
			assigneeIds: read("assigneeIds", (values) => values),
		},
		order: isOrderColumn(by) ? { by, isDescending: sort.startsWith("-") } : usual.order,
	};
}

export const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];

/** The order after a press on a column's head: its own way first, then the other, then the view's. */
export function nextOrder(usual: ViewOrder, order: ViewOrder, by: ViewOrder["by"]): ViewOrder {
	const isFirstDescending = by === "updatedAt" || by === "openedAt" || by === "handovers";
	if (order.by !== by) return { by, isDescending: isFirstDescending };
	if (order.isDescending === isFirstDescending) return { by, isDescending: !order.isDescending };
	return usual.by === by ? { by, isDescending: isFirstDescending } : usual;
}
