import { expect, test } from "vitest";
import { USUAL_COLUMNS } from "../../shared/view/columns.ts";
import { chooseColumns, columnTemplate } from "./choose-columns.ts";

test("a wide list shows every usual column, a narrow one lets the least needed go first", () => {
	expect(chooseColumns(1_318, null)).toEqual(USUAL_COLUMNS);
	expect(chooseColumns(1_100, null)).not.toContain("caller");
	expect(chooseColumns(1_100, null)).toContain("due");
});

test("number, short description, state and priority always stay", () => {
	expect(chooseColumns(0, null)).toEqual(["number", "shortDescription", "state", "priority"]);
});

test("what somebody chose stays as it is, however narrow the list, and fills it", () => {
	expect(chooseColumns(0, ["due", "opened", "number"])).toEqual(["due", "opened", "number"]);
	expect(columnTemplate(["due", "number"])).toBe("184px minmax(106px, 1fr)");
	expect(columnTemplate(["shortDescription", "number"])).toBe("minmax(160px, 1fr) 106px");
});
