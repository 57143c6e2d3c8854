import { describe, expect, test } from "vitest";
import type { ViewShows } from "../../shared/view/saved-view.ts";
import { changedShows, readView, showsOf } from "./usual-work.ts";

const SHOWS: ViewShows = {
	base: "my-teams",
	text: "ci:switch -p5",
	kinds: ["incident", "facility"],
	states: [1, -5],
	priorities: [1, 2],
	teamIds: ["t1", "gone"],
	assigneeIds: ["none"],
	order: { by: "dueAt", isDescending: true },
	columns: ["due", "number", "ci"],
};
/** As a program writes it that knows more than this one. */
const NEWER: ViewShows = {
	...SHOWS,
	columns: ["due", "site", "number"],
	order: { by: "site", isDescending: true, thenBy: "number" },
	priorities: [1, 9],
	groupBy: "site",
};
const readShows = (shows: ViewShows) => readView({ shows, version: 3 });

describe("a saved view", () => {
	test("is read as it was saved", () => {
		const read = readShows(SHOWS);
		expect(read).toMatchObject({ base: "my-teams", isPartial: false, version: 3, columns: SHOWS.columns });
		expect(showsOf(read.base, read)).toEqual(SHOWS);
		expect(changedShows(SHOWS, read)).toEqual(SHOWS);
	});

	test("of a newer program is shown as far as it is known, and says so", () => {
		expect(readShows(NEWER)).toMatchObject({
			isPartial: true,
			columns: ["due", "number"],
			order: { by: "priority", isDescending: false },
			filters: { priorities: [1] },
		});
		expect(readShows({ ...SHOWS, base: "shifts" })).toMatchObject({ base: "all", isPartial: true });
		expect(readShows({ ...SHOWS, columns: ["site"] }).columns).toContain("number");
	});

	test("keeps what is not known here whatever is changed beside it", () => {
		const read = readShows(NEWER);
		expect(changedShows(NEWER, read)).toEqual(NEWER);
		const filters = { ...read.filters, text: "vpn" };
		expect(changedShows(NEWER, { ...read, filters })).toEqual({ ...NEWER, text: "vpn" });
		const unknown = { ...NEWER, base: "shifts" };
		expect(changedShows(unknown, { ...readShows(unknown), filters })).toEqual({ ...unknown, text: "vpn" });
	});

	test("keeps unknown columns behind those that they followed, and the rest of an order", () => {
		const read = readShows(NEWER);
		expect(changedShows(NEWER, { ...read, columns: ["number", "due"] }).columns).toEqual([
			"number",
			"due",
			"site",
		]);
		expect(changedShows(NEWER, { ...read, order: { by: "number", isDescending: false } }).order).toEqual({
			by: "number",
			isDescending: false,
			thenBy: "number",
		});
		expect(changedShows(NEWER, { ...read, columns: null }).columns).toBeNull();
	});
});
