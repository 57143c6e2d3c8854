import { describe, expect, test } from "vitest";
import type { QueueRow, ViewRows } from "../worker/views/view-protocol.ts";
import { chooseWindow, holdPlaces, rowAt, WINDOW_ROWS } from "./view-window.ts";

function row(id: string, shortDescription = id): QueueRow {
	return {
		id,
		kind: "incident",
		number: id,
		shortDescription,
		state: 1,
		holdReason: null,
		sourceState: null,
		priority: 3,
		impact: 2,
		urgency: 2,
		teamId: null,
		teamName: null,
		assigneeId: null,
		assigneeName: null,
		callerId: null,
		callerName: null,
		ciName: null,
		serviceName: null,
		openedAt: 0,
		updatedAt: 0,
		dueAt: null,
		isBreached: false,
		isClockPaused: false,
		isResponseDue: false,
		isKnownError: false,
		followUp: null,
		pendingCount: 0,
		needsYou: false,
		tags: [],
		handovers: 0,
	};
}

function view(rows: readonly QueueRow[], from = 0): ViewRows {
	return {
		total: 1_000,
		from,
		rows,
		tookMs: 0,
		isComplete: true,
		reading: { near: [], unheard: [], marked: [] },
	};
}

describe("the window over the rows", () => {
	test("stays while the screen is well inside it", () => {
		const current = { from: 100, count: WINDOW_ROWS };
		expect(chooseWindow(current, 120, 150, 1_000)).toBe(current);
	});

	test.each([30, 70])("always covers a screen of %i rows, and moves ahead of its edge", (rows) => {
		for (let first = 0; first < 950; first += 7) {
			const last = Math.min(999, first + rows - 1);
			const { from, count } = chooseWindow({ from: 0, count: WINDOW_ROWS }, first, last, 1_000);
			expect(from).toBeLessThanOrEqual(first);
			expect(from + count).toBeGreaterThan(last);
			expect(count).toBeLessThanOrEqual(200);
		}
	});

	test("does not move at the ends of the list", () => {
		const top = { from: 0, count: WINDOW_ROWS };
		expect(chooseWindow(top, 0, 20, 1_000)).toBe(top);
		const end = { from: 1_000 - WINDOW_ROWS, count: WINDOW_ROWS };
		expect(chooseWindow(end, 970, 999, 1_000)).toBe(end);
	});

	test("a row is found by its place in the whole view", () => {
		expect(rowAt(view([row("a"), row("b")], 40), 41)?.id).toBe("b");
		expect(rowAt(view([row("a")], 40), 39)).toBeUndefined();
	});
});

describe("rows under the cursor", () => {
	test("keep their places and take over what is new", () => {
		const held = holdPlaces(view([row("a"), row("b"), row("c")]), view([row("c"), row("a", "renamed")]));
		expect(held?.rows.map(({ id, shortDescription }) => [id, shortDescription])).toEqual([
			["a", "renamed"],
			["b", "b"],
			["c", "c"],
		]);
	});

	test("need no holding when only their content changed, or the screen went elsewhere", () => {
		expect(holdPlaces(view([row("a")]), view([row("a", "renamed")]))).toBeNull();
		expect(holdPlaces(view([row("a")]), view([row("b")], 40))).toBeNull();
	});
});
