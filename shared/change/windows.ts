import { makeWallClock } from "../sla/wall-clock.ts";
import type { EpochMs } from "../ticket/ticket.ts";

/** Half-open: what ends when another begins does not overlap it. */
export interface Span {
	readonly startAt: EpochMs;
	readonly endAt: EpochMs;
}

/** A time in which nothing may be changed, of some CIs or of all. */
export interface Blackout extends Span {
	readonly id: string;
	readonly name: string;
	/** Empty is every CI. */
	readonly ciIds: readonly string[];
}

/** A time of the week in which some CIs may be changed. */
export interface MaintenanceWindow {
	readonly id: string;
	readonly name: string;
	readonly ciIds: readonly string[];
	/** Days on which it begins; 0 is Sunday. */
	readonly weekdays: readonly number[];
	/** Minutes of the day; one that ends at or before its begin ends on the day after. */
	readonly fromMinute: number;
	readonly toMinute: number;
}

export function overlap(one: Span, other: Span): boolean {
	return one.startAt < other.endAt && other.startAt < one.endAt;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;
/** What lasts longer is in no window of a week, unless the whole week is one. */
const MOST_DAYS = 60;

/** Whether a span lies wholly within these windows together, by the clocks of a zone. */
export function isWithinMaintenance(
	span: Span,
	windows: readonly MaintenanceWindow[],
	zone: string,
): boolean {
	const clock = makeWallClock(zone);
	const first = clock.localDayOf(span.startAt) - 1;
	const last = Math.min(clock.localDayOf(span.endAt), first + MOST_DAYS);
	const open: Span[] = [];
	for (let day = first; day <= last; day += 1) {
		for (const { weekdays, fromMinute, toMinute } of windows) {
			if (!weekdays.includes((day + FIRST_WEEKDAY) % 7)) continue;
			const until = toMinute > fromMinute ? toMinute : toMinute + DAY_MINUTES;
			open.push({
				startAt: clock.toEpoch(day * DAY_MS + fromMinute * MINUTE_MS),
				endAt: clock.toEpoch(day * DAY_MS + until * MINUTE_MS),
			});
		}
	}
	let covered = span.startAt;
	for (const { startAt, endAt } of open.sort((one, other) => one.startAt - other.startAt))
		if (startAt <= covered) covered = Math.max(covered, endAt);
	return covered >= span.endAt;
}
