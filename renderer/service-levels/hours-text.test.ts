import { describe, expect, it } from "vitest";
import { makeDefaultCalendar } from "../../shared/sla/calendar.ts";
import { describeWeek, readHours, writeHours } from "./hours-text.ts";

const NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

describe("opening hours as text", () => {
	it("are read as people type them, and written in one way", () => {
		expect(readHours("9-17")).toEqual([[540, 1_020]]);
		expect(readHours(" 09:00–12:30 , 13:00 - 17:00")).toEqual([
			[540, 750],
			[780, 1_020],
		]);
		expect(readHours("")).toEqual([]);
		expect(
			writeHours([
				[540, 750],
				[780, 1_440],
			]),
		).toBe("09:00–12:30, 13:00–24:00");
	});

	it("are refused where nobody could tell what is meant", () => {
		for (const text of ["nine to five", "9", "9:75-17", "9-12 13-17"]) expect(readHours(text)).toBeNull();
	});

	it("of a week are told in stretches of days", () => {
		expect(describeWeek(makeDefaultCalendar("UTC").weekdays, NAMES)).toBe("Mon–Fri 09:00–17:00");
		const odd = [[[600, 840]], [], [[540, 720]], [[540, 720]], [], [], []] as const;
		expect(describeWeek(odd, NAMES)).toBe("Tue–Wed 09:00–12:00, Sun 10:00–14:00");
	});
});
