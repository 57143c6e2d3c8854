import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeWallClock } from "../../../shared/sla/wall-clock.ts";
import { daysOf, isSameMonth, noonOf, placeInWeek, spanOfDay, stepFrom } from "./calendar-days.ts";

const HOUR_MS = 3_600_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / (24 * HOUR_MS);
const dateOf = (day: number): string => new Date(noonOf(day)).toISOString().slice(0, 10);
const days = fc.integer({ min: dayOf("1999-01-01"), max: dayOf("2060-12-31") });

describe("the days of the calendar", () => {
	it("are whole weeks from Monday that hold the day, and all of its month", () => {
		fc.assert(
			fc.property(days, fc.constantFrom("week" as const, "month" as const), (day, view) => {
				const shown = daysOf(view, day);
				expect(shown.length % 7).toBe(0);
				expect(new Date(noonOf(shown[0] ?? 0)).getUTCDay()).toBe(1);
				expect(shown).toContain(day);
				expect(placeInWeek(day)).toBe((new Date(noonOf(day)).getUTCDay() + 6) % 7);
				if (view === "week") {
					expect(shown).toHaveLength(7);
					return;
				}
				const month = dateOf(day).slice(0, 7);
				const inMonth = shown.filter((one) => isSameMonth(one, day));
				expect(inMonth.every((one) => dateOf(one).startsWith(month))).toBe(true);
				expect(dateOf(inMonth[0] ?? 0)).toBe(`${month}-01`);
				expect(dateOf((inMonth.at(-1) ?? 0) + 1).endsWith("-01")).toBe(true);
			}),
		);
	});

	it("step by weeks, and by months to the same day or the last one there is", () => {
		expect(dateOf(stepFrom("week", dayOf("2026-03-29"), 1))).toBe("2026-04-05");
		expect(dateOf(stepFrom("month", dayOf("2026-01-31"), 1))).toBe("2026-02-28");
		expect(dateOf(stepFrom("month", dayOf("2028-03-31"), -1))).toBe("2028-02-29");
		expect(dateOf(stepFrom("month", dayOf("2026-12-15"), 1))).toBe("2027-01-15");
	});

	it("are as long as they are where the clocks change", () => {
		const clock = makeWallClock("Europe/Berlin");
		const lengthOf = (date: string): number => {
			const { startAt, endAt } = spanOfDay(dayOf(date), clock);
			return (endAt - startAt) / HOUR_MS;
		};
		expect(["2026-03-28", "2026-03-29", "2026-10-25"].map(lengthOf)).toEqual([24, 23, 25]);
	});
});
