import { ok, type Result, refuse } from "../result.ts";
import type { Calendar, DayHours } from "./calendar.ts";
import { makeWallClock } from "./wall-clock.ts";

export const WEEKDAY_NAMES = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
] as const;

const MINUTES_OF_DAY = 1_440;

/**
 * Judges what a calendar says, in the page as on the desk. Codes: `bad_zone`, `bad_hours`, `never_open`,
 * `bad_holiday`, `bad_day`.
 */
export function judgeCalendar(calendar: Calendar): Result<null> {
	if (!isZone(calendar.zone))
		return refuse(
			"bad_zone",
			`“${calendar.zone}” is not the name of a time zone, such as Europe/Berlin.`,
			"zone",
		);
	for (const [weekday, hours] of calendar.weekdays.entries()) {
		const problem = describeHours(hours);
		if (problem) return refuse("bad_hours", `${WEEKDAY_NAMES[weekday]}: ${problem}`, `weekdays.${weekday}`);
	}
	if (calendar.weekdays.every((hours) => hours.length === 0))
		return refuse("never_open", "It is open on no day: a clock in it would never run.", "weekdays");
	for (const [index, holiday] of calendar.holidays.entries()) {
		if (!isDay(holiday))
			return refuse("bad_holiday", `“${holiday}” is not a day, such as 2026-12-25.`, `holidays.${index}`);
	}
	const { minutesPerDay } = calendar;
	if (!Number.isInteger(minutesPerDay) || minutesPerDay < 1 || minutesPerDay > MINUTES_OF_DAY)
		return refuse("bad_day", "A business day has from 1 minute to 24 hours.", "minutesPerDay");
	return ok(null);
}

function isZone(zone: string): boolean {
	try {
		makeWallClock(zone);
		return true;
	} catch {
		return false; // Intl names no zone by it
	}
}

function describeHours(hours: DayHours): string | null {
	let last = 0;
	for (const [from, to] of hours) {
		if (from < 0 || to > MINUTES_OF_DAY) return "hours go from 00:00 to 24:00.";
		if (to <= from) return "it must close later than it opens.";
		if (from < last) return "these hours overlap, or are out of order.";
		last = to;
	}
	return null;
}

/** A day that there is: the 30th of February is none. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = Date.parse(`${text}T00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
