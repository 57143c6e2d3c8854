import { describe, expect, test } from "vitest";
import { EMPTY_VALUES, findErrors, newTicketValuesSchema, toPatch } from "./new-ticket-values.ts";

const FILLED = { ...EMPTY_VALUES, caller: { id: "c1", name: "Ada" }, shortDescription: " VPN is down " };

describe("a new ticket's form", () => {
	test("names every missing field at once", () => {
		expect(Object.keys(findErrors(EMPTY_VALUES)).sort()).toEqual(["callerId", "shortDescription"]);
		const resolved = { ...EMPTY_VALUES, isResolved: true };
		expect(Object.keys(findErrors(resolved)).sort()).toEqual([
			"callerId",
			"closeCode",
			"closeNotes",
			"shortDescription",
		]);
	});

	test("is content with caller and short description", () => {
		expect(findErrors(FILLED)).toEqual({});
		expect(toPatch(FILLED)).toEqual({
			shortDescription: "VPN is down",
			impact: 3,
			urgency: 3,
			callerId: "c1",
		});
	});

	test("asks for no caller of a problem", () => {
		expect(Object.keys(findErrors(EMPTY_VALUES, "problem"))).toEqual(["shortDescription"]);
	});

	test("resolves in the same act only when asked", () => {
		const solved = { ...FILLED, closeCode: "Solved (Permanently)", closeNotes: "Restarted." };
		expect(toPatch(solved).state).toBeUndefined();
		expect(toPatch({ ...solved, isResolved: true })).toMatchObject({ state: 6, closeNotes: "Restarted." });
	});
});

test("its draft is let go when it is of another form", () => {
	expect(newTicketValuesSchema.safeParse(FILLED).data).toEqual(FILLED);
	expect(newTicketValuesSchema.safeParse({ ...FILLED, impact: 4 }).success).toBe(false);
});
