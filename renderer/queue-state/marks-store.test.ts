import { beforeEach, expect, test } from "vitest";
import { useMarks } from "./marks-store.ts";

const marks = () => useMarks.getState();
const chosen = () => [...marks().ids].sort();
beforeEach(() => marks().clear());

test("one is chosen, and no longer", () => {
	marks().toggle("b", 1);
	marks().toggle("d", 3);
	marks().toggle("b", 1);
	expect(chosen()).toEqual(["d"]);
});

test("a range grows and shrinks around its beginning; what was chosen before stays", () => {
	marks().toggle("z", 9);
	marks().settle();
	marks().extend(["a", "b", "c"], 0);
	expect(chosen()).toEqual(["a", "b", "c", "z"]);
	marks().extend(["a"], 0);
	expect(chosen()).toEqual(["a", "z"]);
	marks().settle();
	marks().extend(["d", "e"], 3);
	expect(chosen()).toEqual(["a", "d", "e", "z"]);
});

test("all, and none", () => {
	marks().toggle("z", 9);
	marks().replace(["a", "b"]);
	expect(chosen()).toEqual(["a", "b"]);
	marks().clear();
	expect(marks().ids.size).toBe(0);
	const before = marks();
	marks().clear();
	expect(marks()).toBe(before);
});
