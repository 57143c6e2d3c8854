import type { Span } from "../../../shared/change/windows.ts";
import type { WallClock } from "../../../shared/sla/wall-clock.ts";

export type CalendarView = "week" | "month";

const DAY_MS = 86_400_000;
const WEEK = 7;
/** 1970-01-01 was a Thursday: the fourth day of a week that begins on Monday. */
const FIRST_PLACE = 3;

/** The place of a local day in its week; 0 is Monday. */
export function placeInWeek(day: number): number {
	return (((day + FIRST_PLACE) % WEEK) + WEEK) % WEEK;
}

/** The local days of the week or month around one, in whole weeks. */
export function daysOf(view: CalendarView, day: number): readonly number[] {
	const [from, to] = view === "week" ? [day, day] : monthAround(day);
	const first = from - placeInWeek(from);
	const last = to - placeInWeek(to) + WEEK - 1;
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The same place of the week or month before or after. */
export function stepFrom(view: CalendarView, day: number, step: 1 | -1): number {
	if (view === "week") return day + step * WEEK;
	const date = new Date(day * DAY_MS);
	const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1) / DAY_MS;
	const [, last] = monthAround(first);
	return Math.min(first + date.getUTCDate() - 1, last);
}

/** Whether a day belongs to the month of another. */
export function isSameMonth(day: number, other: number): boolean {
	const [first, last] = monthAround(other);
	return day >= first && day <= last;
}

function monthAround(day: number): readonly [number, number] {
	const date = new Date(day * DAY_MS);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	return [Date.UTC(year, month, 1) / DAY_MS, Date.UTC(year, month + 1, 0) / DAY_MS];
}

/** A local day as the span of time that it is: 23 or 25 hours long where the clocks change. */
export function spanOfDay(day: number, clock: WallClock): Span {
	return { startAt: clock.toEpoch(day * DAY_MS), endAt: clock.toEpoch((day + 1) * DAY_MS) };
}

/** What to name a local day by: noon of it in UTC, so that no zone moves it. */
export function noonOf(day: number): number {
	return day * DAY_MS + DAY_MS / 2;
}
