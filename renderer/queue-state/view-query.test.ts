import { describe, expect, test } from "vitest";
import {
	countFilters,
	defaultOrder,
	fromSearch,
	isViewId,
	makeQuery,
	NO_FILTERS,
	nextOrder,
	toSearch,
	VIEW_IDS,
	type ViewId,
} from "./view-query.ts";

const FILTERS = {
	text: " vpn & co, ",
	kinds: ["incident"],
	states: [1, -5],
	priorities: [1, 2],
	teamIds: ["t12", "t3"],
	assigneeIds: ["none"],
} as const;

const usual = (view: ViewId) => ({ filters: NO_FILTERS, order: defaultOrder(view) });

describe("the worker's question", () => {
	test("a view's own terms win over filters, all others narrow it", () => {
		const query = makeQuery(
			"mine",
			{ ...NO_FILTERS, assigneeIds: ["p9"], states: [1] },
			defaultOrder("mine"),
		);
		expect(query).toMatchObject({ assigneeIds: ["me"], states: [1], isOpen: true });
	});

	test("the order is the person's even where the view has its own", () => {
		const order = { by: "caller", isDescending: true } as const;
		expect(makeQuery("breaching", NO_FILTERS, order).order).toEqual(order);
	});

	test("the words of a view come before the person's", () => {
		const { text } = makeQuery("ageing", { ...NO_FILTERS, text: " vpn " }, defaultOrder("ageing"));
		expect(text).toBe("-updated:7d vpn");
		expect(makeQuery("ageing", NO_FILTERS, defaultOrder("ageing")).text).toBe("-updated:7d");
	});

	test("all asks for nothing", () => {
		expect(makeQuery("all", NO_FILTERS, defaultOrder("all"))).toMatchObject({ isOpen: false, states: [] });
	});
});

describe("the address", () => {
	test("gives filters and order back as they were", () => {
		const order = { by: "dueAt", isDescending: true } as const;
		const read = fromSearch(usual("open"), toSearch(usual("open"), FILTERS, order));
		expect(read).toEqual({ filters: { ...FILTERS, text: "vpn & co," }, order });
	});

	test("says nothing of what is as usual", () => {
		for (const view of VIEW_IDS) expect(toSearch(usual(view), NO_FILTERS, defaultOrder(view))).toBe("");
	});

	test("of a view with filters of its own names what was taken away from it", () => {
		const order = { by: "dueAt", isDescending: false } as const;
		const own = { filters: FILTERS, order };
		const shown = { ...FILTERS, priorities: [], states: [2], text: "" };
		expect(toSearch(own, FILTERS, order)).toBe("");
		const address = toSearch(own, shown, order);
		expect(address).toBe("?text=&state=2&priority=");
		expect(fromSearch(own, address)).toEqual({ filters: shown, order });
	});

	test("nonsense is left out", () => {
		const read = fromSearch(usual("open"), "?state=x,2&priority=9,1&kind=INC,$x&sort=-password");
		expect(read.filters).toMatchObject({ states: [2], priorities: [1], kinds: [] });
		expect(read.order).toEqual(defaultOrder("open"));
	});

	test("a kind may be one that the desk has added and this page has yet to hear of", () => {
		expect(fromSearch(usual("all"), "?kind=facility,incident").filters.kinds).toEqual([
			"facility",
			"incident",
		]);
	});

	test("only real views are views", () => {
		expect(VIEW_IDS.every(isViewId)).toBe(true);
		expect(isViewId("constructor")).toBe(false);
		expect(isViewId(undefined)).toBe(false);
	});
});

describe("sorting by a column's head", () => {
	test("goes up, down, and back to the view's own order", () => {
		const usual = defaultOrder("open");
		const first = nextOrder(defaultOrder("open"), usual, "caller");
		const second = nextOrder(defaultOrder("open"), first, "caller");
		expect(first).toEqual({ by: "caller", isDescending: false });
		expect(second).toEqual({ by: "caller", isDescending: true });
		expect(nextOrder(defaultOrder("open"), second, "caller")).toEqual(usual);
	});

	test("times begin with the newest, and a view's own column just turns round", () => {
		expect(nextOrder(defaultOrder("open"), defaultOrder("open"), "updatedAt").isDescending).toBe(true);
		const turned = nextOrder(defaultOrder("open"), defaultOrder("open"), "priority");
		expect(turned).toEqual({ by: "priority", isDescending: true });
		expect(nextOrder(defaultOrder("open"), turned, "priority")).toEqual(defaultOrder("open"));
	});
});

test("a filter counts once, however many values it has", () => {
	expect(countFilters(FILTERS)).toBe(6);
	expect(countFilters({ ...NO_FILTERS, text: "  " })).toBe(0);
});
