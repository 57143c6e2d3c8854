import { beforeEach, expect, test } from "vitest";
import { useMarks } from "./marks-store.ts";

const marks = () => useMarks.getState();
const chosen = () => [...marks().ids].sort();
beforeEach(() => marks().clear());

test("one is chosen, and no longer", () => {
	marks().toggle("b");
	marks().toggle("d");
	marks().toggle("b");
	expect(chosen()).toEqual(["d"]);
});

test("a range grows and shrinks around its beginning; what was chosen before stays", () => {
	marks().toggle("z");
	marks().settle();
	marks().extend(["a", "b", "c"], "a");
	expect(chosen()).toEqual(["a", "b", "c", "z"]);
	marks().extend(["a"], "a");
	expect(chosen()).toEqual(["a", "z"]);
	marks().settle();
	marks().extend(["d", "e"], "d");
	expect(chosen()).toEqual(["a", "d", "e", "z"]);
});

test("all, and none", () => {
	marks().toggle("z");
	marks().replace(["a", "b"]);
	expect(chosen()).toEqual(["a", "b"]);
	marks().clear();
	expect(marks().ids.size).toBe(0);
	const before = marks();
	marks().clear();
	expect(marks()).toBe(before);
});
