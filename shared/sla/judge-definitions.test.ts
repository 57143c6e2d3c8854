import { describe, expect, it } from "vitest";
import type { Result } from "../result.ts";
import { type Calendar, makeDefaultCalendar } from "./calendar.ts";
import { BUSINESS_HOURS_ID, makeDefaultDefinitions } from "./default-definitions.ts";
import { judgeCalendar } from "./judge-calendar.ts";
import { judgePolicy } from "./judge-policy.ts";
import type { ClockTarget } from "./policy.ts";

const berlin = makeDefaultCalendar("Europe/Berlin");
const codeOf = (result: Result<null>) => (result.ok ? null : [result.error.code, result.error.path]);

describe("a calendar is refused", () => {
	const week = (hours: Calendar["weekdays"][number]): Calendar => ({
		...berlin,
		weekdays: berlin.weekdays.map((own, day) => (day === 1 ? hours : own)),
	});

	it("not at all where it makes sense, also with a break at noon", () => {
		expect(codeOf(judgeCalendar(berlin))).toBeNull();
		const broken = week([
			[480, 720],
			[780, 1_020],
		]);
		expect(codeOf(judgeCalendar({ ...broken, holidays: ["2028-02-29"] }))).toBeNull();
	});

	it("for a zone, hours or days that there are not", () => {
		expect(codeOf(judgeCalendar({ ...berlin, zone: "Europe/Atlantis" }))).toEqual(["bad_zone", "zone"]);
		expect(codeOf(judgeCalendar(week([[600, 600]])))).toEqual(["bad_hours", "weekdays.1"]);
		expect(
			codeOf(
				judgeCalendar(
					week([
						[480, 720],
						[700, 900],
					]),
				),
			),
		).toEqual(["bad_hours", "weekdays.1"]);
		expect(codeOf(judgeCalendar(week([[480, 1_500]])))).toEqual(["bad_hours", "weekdays.1"]);
		expect(codeOf(judgeCalendar({ ...berlin, holidays: ["2026-02-30"] }))).toEqual([
			"bad_holiday",
			"holidays.0",
		]);
	});

	it("where it never opens, or a day has no time", () => {
		const closed = { ...berlin, weekdays: berlin.weekdays.map(() => []) };
		expect(codeOf(judgeCalendar(closed))).toEqual(["never_open", "weekdays"]);
		expect(codeOf(judgeCalendar({ ...berlin, minutesPerDay: 0 }))).toEqual(["bad_day", "minutesPerDay"]);
	});
});

describe("a policy is refused", () => {
	const defaults = makeDefaultDefinitions("Europe/Berlin");
	const long = { ...berlin, weekdays: berlin.weekdays.map(() => [[360, 1_320]] as const) };
	const calendars = new Map([
		[BUSINESS_HOURS_ID, berlin],
		["long-hours", long],
	]);
	const [response, resolution] = defaults.policies.map(({ versions }) => versions[0]);
	if (!response || !resolution) throw new Error("there are defaults");
	const target = (
		priority: ClockTarget["priority"],
		amount: number,
		unit: ClockTarget["unit"],
		calendarId: string | null,
	): ClockTarget => ({ priority, amount, unit, calendarId });
	const judgeTargets = (...targets: readonly ClockTarget[]) =>
		codeOf(judgePolicy("resolution", { ...resolution, targets }, calendars));

	it("not where it is a default", () => {
		for (const { measure, versions } of defaults.policies) {
			for (const version of versions)
				expect(judgePolicy(measure, version, calendars)).toEqual({ ok: true, value: null });
		}
	});

	it("where a lower priority could be due before a higher one", () => {
		const out = ["due_out_of_order", "targets.2"];
		expect(judgeTargets(target(1, 8, "hour", null), target(2, 1, "hour", null))).toEqual(out);
		// A day of eight hours is less than nine around the clock.
		expect(judgeTargets(target(1, 9, "hour", null), target(2, 1, "day", BUSINESS_HOURS_ID))).toEqual(out);
		expect(judgeTargets(target(1, 8, "hour", null), target(2, 1, "day", BUSINESS_HOURS_ID))).toBeNull();
		expect(judgeTargets(target(1, 8, "hour", BUSINESS_HOURS_ID), target(2, 90, "hour", null))).toEqual(out);
	});

	it("where the higher priority has the shorter hours", () => {
		const higherLong = [target(1, 1, "hour", "long-hours"), target(2, 2, "hour", BUSINESS_HOURS_ID)];
		const higherShort = [target(1, 1, "hour", BUSINESS_HOURS_ID), target(2, 2, "hour", "long-hours")];
		expect(judgeTargets(...higherLong)).toBeNull();
		expect(judgeTargets(...higherShort)).toEqual(["due_out_of_order", "targets.2"]);
	});

	it("where it names a calendar that there is not, nothing, or the same twice", () => {
		expect(judgeTargets(target(1, 1, "hour", "nowhere"))).toEqual(["no_such_calendar", "targets.1"]);
		expect(judgeTargets()).toEqual(["no_targets", "targets"]);
		expect(judgeTargets(target(1, 1, "hour", null), target(1, 2, "hour", null))).toEqual([
			"bad_target",
			"targets.1",
		]);
		expect(codeOf(judgePolicy("resolution", { ...resolution, kinds: [] }, calendars))).toEqual([
			"no_kinds",
			"kinds",
		]);
	});

	it("where a response clock is to pause, or thresholds repeat", () => {
		expect(codeOf(judgePolicy("response", { ...response, pausedBy: [1] }, calendars))).toEqual([
			"response_never_pauses",
			"pausedBy",
		]);
		const thresholds = [
			{ percent: 75, actions: [] },
			{ percent: 75, actions: [] },
		];
		expect(codeOf(judgePolicy("response", { ...response, thresholds }, calendars))).toEqual([
			"bad_threshold",
			"thresholds.1",
		]);
	});
});
