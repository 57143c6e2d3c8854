import { describe, expect, test } from "vitest";
import { plural } from "./plural.ts";
import {
	formatAgo,
	formatBusinessSpan,
	formatDue,
	formatExact,
	formatMoment,
	formatSpan,
	fromLocalInput,
	toLocalInput,
} from "./time.ts";

const NOW = Date.UTC(2026, 2, 10, 12, 0, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("how long ago", () => {
	test.each([
		[0, "just now"],
		[59_999, "just now"],
		[-2 * MINUTE, "just now"],
		[MINUTE, "1 m ago"],
		[59 * MINUTE, "59 m ago"],
		[3 * HOUR + 59 * MINUTE, "3 h ago"],
		[DAY, "1 d ago"],
		[6.9 * DAY, "6 d ago"],
	])("%d ms ago reads %s", (age, words) => {
		expect(formatAgo(NOW - age, NOW)).toBe(words);
	});

	test("after a week it is the day, after half a year with its year", () => {
		expect(formatAgo(NOW - 9 * DAY, NOW)).toBe("1 Mar");
		expect(formatAgo(NOW - 3_650 * DAY, NOW)).toMatch(/^\d+ \w+ 2016$/);
	});

	test("in a timeline the day has its time of day too", () => {
		expect(formatMoment(NOW - 3 * HOUR, NOW)).toBe("3 h ago");
		expect(formatMoment(NOW - 9 * DAY, NOW)).toMatch(/^1 Mar, \d\d:\d\d$/);
	});

	test("a moment well ahead is named, not called now", () => {
		expect(formatAgo(NOW + HOUR, NOW)).not.toBe("just now");
	});
});

describe("due", () => {
	test("counts down to the breach and up from it", () => {
		expect(formatDue(NOW + 2 * HOUR + 10 * MINUTE, NOW)).toBe("due in 2 h 10 m");
		expect(formatDue(NOW - 35 * MINUTE, NOW)).toBe("breached 35 m ago");
		expect(formatDue(NOW, NOW)).toBe("breached 1 s ago");
		expect(formatDue(NOW - 3 * DAY - 4 * HOUR, NOW)).toBe("breached 3 d ago");
		expect(formatDue(NOW + 10 * MINUTE, NOW, "response")).toBe("reply in 10 m");
		expect(formatDue(NOW - 5 * MINUTE, NOW, "response")).toBe("reply late by 5 m");
	});

	test.each([
		[400, "1 s"],
		[45_000, "45 s"],
		[HOUR, "1 h"],
		[3 * DAY + 4 * HOUR + 5 * MINUTE, "3 d 4 h"],
		[12 * DAY + 5 * HOUR, "12 d"],
		[3_650 * DAY, "10 y"],
	])("a span of %d ms reads %s", (span, words) => {
		expect(formatSpan(span)).toBe(words);
	});
});

test("the exact time names the desk's zone only where it differs", () => {
	const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
	expect(formatExact(NOW, local)).not.toContain("At the desk");
	expect(formatExact(NOW, local === "Asia/Tokyo" ? "Europe/Berlin" : "Asia/Tokyo")).toContain("At the desk");
});

test("a local date and time field gives back the minute it was given", () => {
	expect(fromLocalInput(toLocalInput(NOW))).toBe(NOW);
	expect(fromLocalInput("")).toBeNull();
	expect(fromLocalInput("2026-13-99T10:00")).toBeNull();
});

test("plurals follow the number", () => {
	expect(plural(1, "ticket", "tickets")).toBe("1 ticket");
	expect(plural(0, "ticket", "tickets")).toBe("0 tickets");
	expect(plural(1_204, "ticket", "tickets")).toBe("1,204 tickets");
});

test("business time is written in the calendar's own days", () => {
	expect(formatBusinessSpan(0, 480)).toBe("0 m");
	expect(formatBusinessSpan(7.5 * HOUR, 480)).toBe("7 h 30 m");
	expect(formatBusinessSpan(24 * HOUR, 480)).toBe("3 d");
	expect(formatBusinessSpan(24 * HOUR, 480, "long")).toBe("3 business days");
	expect(formatBusinessSpan(8 * HOUR, 480, "long")).toBe("1 business day");
	expect(formatBusinessSpan(9.5 * HOUR, 480)).toBe("1 d 1 h 30 m");
	expect(formatBusinessSpan(30 * HOUR, null)).toBe("30 h");
});
