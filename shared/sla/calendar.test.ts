import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, compileCalendar, makeDefaultCalendar } from "./calendar.ts";

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const berlin = makeDefaultCalendar("Europe/Berlin");
/** Open every day, hours given, so that nights with a change of clocks count. */
const everyDay = (zone: string, from: number, to: number): Calendar => ({
	...makeDefaultCalendar(zone),
	weekdays: Array.from({ length: 7 }, () => [[from * 60, to * 60] as const]),
});

describe("a business calendar", () => {
	const calendar = compileCalendar(berlin);

	it("counts only open hours, over nights and the weekend", () => {
		// Friday 16:00 to Monday 10:00, local.
		expect(calendar.openMs(at("2026-01-16T15:00Z"), at("2026-01-19T09:00Z"))).toBe(2 * HOUR);
	});

	it("starts at the next opening for what comes outside hours", () => {
		// Saturday noon plus one open hour is Monday 10:00.
		expect(calendar.addOpenMs(at("2026-01-17T11:00Z"), HOUR)).toBe(at("2026-01-19T09:00Z"));
	});

	it("keeps local hours when the clocks go forward and back", () => {
		// Friday 16:00 CET to Monday 10:00 CEST, and Friday 16:00 CEST to Monday 10:00 CET.
		expect(calendar.openMs(at("2026-03-27T15:00Z"), at("2026-03-30T08:00Z"))).toBe(2 * HOUR);
		expect(calendar.openMs(at("2026-10-23T14:00Z"), at("2026-10-26T09:00Z"))).toBe(2 * HOUR);
	});

	it("has a day of 23 hours in spring and of 25 in autumn where it never closes", () => {
		const open = compileCalendar(everyDay("Europe/Berlin", 0, 24));
		expect(open.openMs(at("2026-03-28T23:00Z"), at("2026-03-29T22:00Z"))).toBe(23 * HOUR);
		expect(open.openMs(at("2026-10-24T22:00Z"), at("2026-10-25T23:00Z"))).toBe(25 * HOUR);
	});

	it("opens at the first of two where its hour comes twice, east and west of Greenwich", () => {
		const berlinNight = compileCalendar(everyDay("Europe/Berlin", 2.5, 4));
		expect(berlinNight.addOpenMs(at("2026-10-24T22:00Z"), 1)).toBe(at("2026-10-25T00:30Z") + 1);
		const newYorkNight = compileCalendar(everyDay("America/New_York", 1.5, 4));
		expect(newYorkNight.addOpenMs(at("2026-11-01T04:00Z"), 1)).toBe(at("2026-11-01T05:30Z") + 1);
	});

	it("knows a zone whose clocks move by half an hour", () => {
		const lordHowe = compileCalendar(everyDay("Australia/Lord_Howe", 0, 24));
		// 2026-04-05 has 24.5 hours there: +11:00 until 02:00, then +10:30.
		expect(lordHowe.openMs(at("2026-04-04T13:00Z"), at("2026-04-05T13:30Z"))).toBe(24.5 * HOUR);
	});

	it("counts the leap day", () => {
		// Monday 2028-02-28 17:00 to Wednesday 2028-03-01 09:00 holds all of Tuesday the 29th.
		expect(calendar.openMs(at("2028-02-28T16:00Z"), at("2028-03-01T08:00Z"))).toBe(8 * HOUR);
	});

	it("is closed on a holiday", () => {
		const festive = compileCalendar({ ...berlin, holidays: ["2026-12-25"] });
		// Thursday the 24th 16:00 plus two hours: Friday is closed, so Monday 10:00.
		expect(festive.addOpenMs(at("2026-12-24T15:00Z"), 2 * HOUR)).toBe(at("2026-12-28T09:00Z"));
	});

	it("passes over a weekday that it doesn't name", () => {
		const short = compileCalendar({ ...berlin, weekdays: berlin.weekdays.slice(0, 2) }); // Sunday, Monday
		expect(short.addOpenMs(at("2026-01-19T15:30Z"), HOUR)).toBe(at("2026-01-26T08:30Z"));
	});

	it("says that a calendar without hours never gets there", () => {
		const closed = compileCalendar({ ...berlin, weekdays: [] });
		expect(closed.addOpenMs(at("2026-01-19T09:00Z"), 1)).toBeNull();
	});

	it("years are their days added up, holidays and changes of clocks among them", () => {
		const moment = fc.integer({ min: at("2019-06-01T00:00Z"), max: at("2029-01-01T00:00Z") });
		const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
		const hours = fc.constantFrom([9, 17] as const, [0, 24] as const, [22, 24] as const);
		fc.assert(
			fc.property(moment, moment, zone, hours, (one, other, name, [opens, closes]) => {
				const calendar = { ...everyDay(name, opens, closes), holidays: ["2020-12-25", "2026-01-01"] };
				const [from, to] = [Math.min(one, other), Math.max(one, other)];
				const byDays = compileCalendar(calendar);
				let total = 0;
				for (let begin = from; begin < to; begin += 24 * HOUR)
					total += byDays.openMs(begin, Math.min(to, begin + 24 * HOUR));
				expect(compileCalendar(calendar).openMs(from, to)).toBe(total);
			}),
			{ numRuns: 40 },
		);
	});

	it("adds up: open time to the moment reached is the time that was asked for", () => {
		const moment = fc.integer({ min: at("2026-01-01T00:00Z"), max: at("2029-01-01T00:00Z") });
		const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia");
		fc.assert(
			fc.property(moment, fc.integer({ min: 1, max: 200 * HOUR }), zone, (from, durationMs, name) => {
				const compiled = compileCalendar(makeDefaultCalendar(name));
				const reached = compiled.addOpenMs(from, durationMs) ?? Number.NaN;
				expect(compiled.openMs(from, reached)).toBe(durationMs);
			}),
			{ numRuns: 60 },
		);
	});
});
