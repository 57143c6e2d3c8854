import { expect, test } from "vitest";
import { COLUMN_IDS, chooseColumns } from "./choose-columns.ts";

test("a wide list shows every column, a narrow one lets the least needed go first", () => {
	expect(chooseColumns(1_318)).toEqual(COLUMN_IDS);
	expect(chooseColumns(1_100)).not.toContain("caller");
	expect(chooseColumns(1_100)).toContain("due");
});

test("number, short description, state and priority always stay", () => {
	expect(chooseColumns(0)).toEqual(["number", "shortDescription", "state", "priority"]);
});
