import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "../../shared/api/tickets.ts";
import { describeChanges } from "./describe-changes.ts";

const WORDING = { kind: "incident", names: { p1: "Ada Lovelace", t1: "Network" } } as const;

function entry(changes: HistoryEntry["changes"]): HistoryEntry {
	return {
		id: "h1",
		ticketId: "0190a000-0000-7000-8000-000000000001",
		revision: 2,
		type: "changed",
		actor: { kind: "person", id: "p1" },
		occurredAt: 0,
		recordedAt: 0,
		changes,
		note: null,
		intentId: null,
		alertId: null,
	};
}

describe("a history entry in words", () => {
	test("says names instead of ids, the state first", () => {
		const changes = describeChanges(
			entry({
				teamId: { from: null, to: "t1" },
				assigneeId: { from: "p9", to: "p1" },
				state: { from: 1, to: 2 },
			}),
			WORDING,
		);
		expect(changes.map(({ label, from, to }) => [label, from, to])).toEqual([
			["State", "New", "In Progress"],
			["Assignee", "p9", "Ada Lovelace"],
			["Team", null, "Network"],
		]);
	});

	test("leaves out what merely follows from a move", () => {
		const changes = describeChanges(
			entry({
				state: { from: 2, to: 6 },
				resolvedAt: { from: null, to: 5 },
				sourceState: { from: "x", to: null },
			}),
			WORDING,
		);
		expect(changes.map(({ field }) => field)).toEqual(["state"]);
	});

	test("keeps what follows from nothing here", () => {
		const changes = describeChanges(entry({ sourceState: { from: null, to: "Awaiting Evidence" } }), WORDING);
		expect(changes.map(({ to }) => to)).toEqual(["Awaiting Evidence"]);
	});

	test("says of a long text that a kind declares only that it changed", () => {
		const [change] = describeChanges(
			entry({ $businessImpact: { from: null, to: "No till works." } }),
			WORDING,
		);
		expect(change).toMatchObject({ label: "Business impact", isText: true });
	});

	test("from nothing to nothing is no change", () => {
		expect(describeChanges(entry({ category: { from: null, to: "" } }), WORDING)).toEqual([]);
	});

	test("long texts are marked as such", () => {
		expect(describeChanges(entry({ description: { from: "a", to: "b" } }), WORDING)[0]?.isText).toBe(true);
	});
});
