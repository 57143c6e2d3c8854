import { expect, test } from "vitest";
import { stateChoices } from "./state-choices.ts";

test("incidents offer their own six states, open ones first", () => {
	expect(stateChoices(["incident"], false).map(({ label }) => label)).toEqual([
		"New",
		"In Progress",
		"On Hold",
		"Resolved",
		"Closed",
		"Canceled",
	]);
	expect(stateChoices(["incident"], true)).toHaveLength(3);
});

test("a value that kinds name differently is one choice with all its names", () => {
	const choices = stateChoices([], false);
	expect(choices.filter(({ value }) => value === 1)).toEqual([{ value: 1, label: "New / Open" }]);
	expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
});

test("two values of one name are told apart by their kinds", () => {
	const labels = stateChoices([], true).map(({ label }) => label);
	expect(labels).toContain("Assess (Problem)");
	expect(labels).toContain("Assess (Change)");
	expect(new Set(labels).size).toBe(labels.length);
});
