import { beforeEach, expect, test } from "vitest";
import { isChanged, queryOf, shownWork, useQueueStore } from "./queue-store.ts";
import type { UsualWork } from "./usual-work.ts";
import { NO_FILTERS } from "./view-query.ts";

const ID = "0190a000-0000-7000-8000-000000000001";
const usual = (version: number, over: Partial<UsualWork> = {}): UsualWork => ({
	base: "open",
	filters: { ...NO_FILTERS, priorities: [1] },
	order: { by: "dueAt", isDescending: false },
	columns: ["number", "due"],
	isPartial: false,
	version,
	...over,
});
const store = () => useQueueStore.getState();
const learn = (shows: UsualWork) => store().learn({ [ID]: shows });

beforeEach(() => {
	useQueueStore.setState({ ...useQueueStore.getInitialState(), saved: {} });
	store().showView(ID);
	learn(usual(1));
});

test("a saved view asks what it says, on top of what it narrows", () => {
	expect(queryOf(store())).toMatchObject({ isOpen: true, priorities: [1], order: { by: "dueAt" } });
	expect(isChanged(store())).toBe(false);
});

test("what nobody changed here follows another console, with the row at hand", () => {
	store().select("t7", 4);
	learn(usual(2, { filters: { ...NO_FILTERS, text: "vpn" }, columns: null }));
	expect(shownWork(store())).toMatchObject({
		filters: { text: "vpn" },
		columns: null,
		selectedId: "t7",
		basedOn: 2,
	});
	expect(isChanged(store())).toBe(false);
});

test("what was changed here stays, and knows what it began with", () => {
	store().setFilter("text", "printer");
	learn(usual(2, { filters: { ...NO_FILTERS, text: "vpn" } }));
	expect(shownWork(store())).toMatchObject({ filters: { text: "printer", priorities: [1] }, basedOn: 1 });
	expect(isChanged(store())).toBe(true);
	store().reset(ID);
	expect(shownWork(store())).toMatchObject({ filters: { text: "vpn" }, basedOn: 2 });
});

test("what both made the same is changed no more", () => {
	store().setFilter("text", "vpn");
	learn(usual(2, { filters: { ...NO_FILTERS, priorities: [1], text: "vpn" } }));
	expect(isChanged(store())).toBe(false);
	expect(shownWork(store()).basedOn).toBe(2);
});

test("columns are kept for each view until the view has them itself", () => {
	store().setColumns(["due"]);
	expect(isChanged(store())).toBe(true);
	store().showView("mine");
	expect(shownWork(store()).columns).toBeNull();
	store().showView(ID);
	store().noteSaved(ID, usual(2, { columns: ["due"] }));
	expect(isChanged(store())).toBe(false);
	learn(usual(3, { columns: ["number"] }));
	expect(shownWork(store()).columns).toEqual(["number"]);
});
