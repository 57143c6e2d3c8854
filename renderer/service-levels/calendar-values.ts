import { z } from "zod";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { type Calendar, type DayHours, makeDefaultCalendar } from "../../shared/sla/calendar.ts";
import { judgeCalendar } from "../../shared/sla/judge-calendar.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { readHours, writeHours } from "./hours-text.ts";

const text = serviceLevelsText.calendar;

/** What the form of a calendar holds, as typed. */
export const calendarValuesSchema = z.strictObject({
	name: z.string(),
	zone: z.string(),
	/** Sunday first. */
	hours: z.array(z.string()).length(7),
	holidays: z.string(),
	hoursPerDay: z.union([z.number(), z.string()]),
});
export type CalendarValues = Readonly<z.infer<typeof calendarValuesSchema>>;

export function calendarValuesOf(calendar: Calendar): CalendarValues {
	return {
		name: calendar.name,
		zone: calendar.zone,
		hours: calendar.weekdays.map(writeHours),
		holidays: calendar.holidays.join("\n"),
		hoursPerDay: calendar.minutesPerDay / 60,
	};
}

export function newCalendarValues(zone: string): CalendarValues {
	return { ...calendarValuesOf(makeDefaultCalendar(zone)), name: "" };
}

/** The calendar that the form says; refused with the path of the field that is wrong. */
export function readCalendarValues(values: CalendarValues): Result<Calendar> {
	const weekdays: DayHours[] = [];
	for (const [day, hours] of values.hours.entries()) {
		const read = readHours(hours);
		if (!read) return refuse("bad_hours", text.badHours, `weekdays.${day}`);
		weekdays.push(read);
	}
	if (values.name.trim() === "") return refuse("no_name", serviceLevelsText.nameNeeded, "name");
	const calendar: Calendar = {
		name: values.name.trim(),
		zone: values.zone.trim(),
		weekdays,
		holidays: readHolidays(values.holidays),
		minutesPerDay: Math.round(Number(values.hoursPerDay) * 60),
	};
	const judged = judgeCalendar(calendar);
	return judged.ok ? ok(calendar) : judged;
}

/** In order, each once. */
function readHolidays(lines: string): readonly string[] {
	const days = lines
		.split(/[\s,;]+/)
		.map((day) => day.trim())
		.filter((day) => day !== "");
	return [...new Set(days)].sort();
}
