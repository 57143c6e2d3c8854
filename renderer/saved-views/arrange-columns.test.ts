import { expect, test } from "vitest";
import { moveColumn, toggleColumn } from "./arrange-columns.ts";

test("a column goes a place up or down, and stays at the ends", () => {
	expect(moveColumn(["number", "due", "ci"], "due", 1)).toEqual(["number", "ci", "due"]);
	expect(moveColumn(["number", "due", "ci"], "due", -1)).toEqual(["due", "number", "ci"]);
	expect(moveColumn(["number", "due"], "due", 1)).toEqual(["number", "due"]);
	expect(moveColumn(["number", "due"], "number", -1)).toEqual(["number", "due"]);
});

test("one that is switched on comes where it stands, and the last one is not switched off", () => {
	const order = ["due", "number", "ci"] as const;
	expect(toggleColumn(order, ["due", "ci"], "number")).toEqual(["due", "number", "ci"]);
	expect(toggleColumn(order, ["due", "ci"], "due")).toEqual(["ci"]);
	expect(toggleColumn(order, ["ci"], "ci")).toEqual(["ci"]);
});
