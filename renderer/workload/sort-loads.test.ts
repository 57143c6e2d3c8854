import { describe, expect, it } from "vitest";
import { sortLoads } from "./sort-loads.ts";

const row = (personId: string | null, open: number, oldestAt = Number.POSITIVE_INFINITY) => ({
	personId,
	name: personId,
	isGone: false,
	load: { open, urgent: 0, onHold: 0, breached: 0, dueSoon: 0, oldestAt },
});
const ROWS = [row(null, 1, 50), row("ada", 2, 30), row("ben", 0), row("cy", 5, 40), row("di", 2, 20)];
const idsBy = (order: Parameters<typeof sortLoads>[1]) =>
	sortLoads(ROWS, order).map(({ personId }) => personId);

describe("the people of a load", () => {
	it("are sorted by what they have, the most first; nobody's stays on top", () => {
		expect(idsBy("open")).toEqual([null, "cy", "ada", "di", "ben"]);
	});

	it("by the oldest begin with the oldest, and end with those who have nothing", () => {
		expect(idsBy("oldestAt")).toEqual([null, "di", "ada", "cy", "ben"]);
	});

	it("by name stay as they come", () => {
		expect(idsBy("name")).toEqual([null, "ada", "ben", "cy", "di"]);
	});
});
