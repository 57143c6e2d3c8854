import { describe, expect, it } from "vitest";
import { findDifferences } from "./differences.ts";

const state = (value: number, over: object = {}) => ({ value, name: `S${value}`, requires: [], ...over });

describe("what a definition says otherwise", () => {
	it("is nothing where only the order differs", () => {
		const states = [state(1), state(2)];
		expect(findDifferences({ states }, { states: states.toReversed() })).toEqual([]);
	});

	it("is one state where one comes between others", () => {
		const before = { states: [state(1), state(3)] };
		const after = { states: [state(1), state(2), state(3)] };
		expect(findDifferences(before, after)).toEqual([
			{ path: "states › S2", before: null, after: JSON.stringify(state(2)) },
		]);
	});

	it("names the deepest place that differs", () => {
		const before = { states: [state(1)], label: "Job" };
		const after = { states: [state(1, { requires: [{ anyOf: ["$floor"] }] })], label: "Task" };
		expect(findDifferences(before, after)).toEqual([
			{ path: 'states › S1 › requires › {"anyOf":["$floor"]}', before: null, after: '{"anyOf":["$floor"]}' },
			{ path: "label", before: '"Job"', after: '"Task"' },
		]);
	});

	it("tells two moves to one state apart by what they are called", () => {
		const move = (label: string, more: object = {}) => ({ to: 7, label, ...more });
		const before = { moves: [move("Cancel"), move("Duplicate")] };
		const after = { moves: [move("Cancel", { needs: "change.manage" }), move("Duplicate")] };
		expect(findDifferences(before, after)).toEqual([
			{ path: "moves › Cancel › needs", before: null, after: '"change.manage"' },
		]);
	});
});
