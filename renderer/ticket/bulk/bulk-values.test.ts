import { expect, test } from "vitest";
import { BLANK_VALUES, EMPTY, readStateKey, stateKey, toBulkEdit } from "./bulk-values.ts";
import { bulkStates, fieldsAskedBy } from "./state-choices.ts";

test("what is left empty is not said", () => {
	expect(toBulkEdit({ ...BLANK_VALUES, more: { $size: null, category: "" } }, new Set())).toEqual({
		set: {},
	});
});

test("a field can be emptied on all, and a note is added", () => {
	const values = { ...BLANK_VALUES, assigneeId: EMPTY, teamId: "t1", impact: 2, note: " Moved. " } as const;
	expect(toBulkEdit({ ...values, more: { category: "Network" } }, new Set())).toEqual({
		set: { assigneeId: null, teamId: "t1", impact: 2, category: "Network" },
		note: { kind: "workNote", text: "Moved." },
	});
});

test("a state says whose it is, and only what it asks for", () => {
	const state = stateKey("incident", 3);
	expect(readStateKey(state)).toEqual({ kind: "incident", state: 3 });
	const asked = fieldsAskedBy(state);
	expect(asked).toEqual(new Set(["holdReason", "followUpAt"]));
	const values = { ...BLANK_VALUES, state, holdReason: 4, followUpAt: 9_000, closeCode: "Duplicate" };
	expect(toBulkEdit(values, asked)).toEqual({
		set: { state: 3, holdReason: 4, followUpAt: 9_000 },
		stateOf: "incident",
	});
});

test("states are offered by kind: those that people take tickets to", () => {
	const [incident, ...others] = bulkStates(["incident", "approval"]);
	expect(others).toEqual([]);
	const offered = incident?.items.map(({ label }) => label);
	expect(offered).toContain("Resolved");
	expect(offered).not.toContain("New");
	expect(fieldsAskedBy(stateKey("incident", 6))).toEqual(new Set(["closeCode", "closeNotes"]));
	expect(fieldsAskedBy(null)).toEqual(new Set());
});
