import type { EpochMs } from "../ticket/ticket.ts";
import { OpenDays } from "./open-days.ts";
import type { Version } from "./versions.ts";
import { makeWallClock, type WallClock } from "./wall-clock.ts";

/** Opening hours of one weekday, in minutes after local midnight, in order and without overlap. */
export type DayHours = readonly (readonly [fromMinute: number, toMinute: number])[];

/** A business calendar: hours by weekday (0 Sunday … 6 Saturday) in a named time zone. */
export interface Calendar {
	readonly name: string;
	/** IANA name. */
	readonly zone: string;
	readonly weekdays: readonly DayHours[];
	/** Closed days as local dates, `2026-12-25`. */
	readonly holidays: readonly string[];
	/** What "one day" of a duration means in this calendar, in minutes. */
	readonly minutesPerDay: number;
}

export interface CalendarVersion extends Calendar, Version {}

/** A calendar with all its versions, oldest first, at least one. */
export interface CalendarRecord {
	readonly id: string;
	readonly versions: readonly CalendarVersion[];
}

/** A calendar made ready to answer; answers are in milliseconds of open time. */
export interface CompiledCalendar {
	readonly openMs: (from: EpochMs, to: EpochMs) => number;
	/**
	 * The moment at which `durationMs` of open time after `from` is reached; `null` where it never is. Of
	 * versions only those count that apply by `asOf`: what stopped then is not moved by later ones.
	 */
	readonly addOpenMs: (from: EpochMs, durationMs: number, asOf?: EpochMs) => EpochMs | null;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A calendar that is closed for longer than this never opens again. */
const HORIZON_DAYS = 3_660;

type Interval = readonly [from: EpochMs, to: EpochMs];

/** The calendar that never closes. */
export const AROUND_THE_CLOCK: CompiledCalendar = {
	openMs: (from, to) => Math.max(0, to - from),
	addOpenMs: (from, durationMs) => from + durationMs,
};

/** Open intervals of each local day are computed once and kept: asking again costs a map look-up. */
export function compileCalendar(
	calendar: Pick<Calendar, "zone" | "weekdays" | "holidays">,
): CompiledCalendar {
	const wallClock = makeWallClock(calendar.zone);
	const holidays = new Set(calendar.holidays);
	const days = new Map<number, readonly Interval[]>();

	function intervalsOf(localDay: number): readonly Interval[] {
		const known = days.get(localDay);
		if (known) return known;
		const made = makeDay(calendar, holidays, wallClock, localDay);
		days.set(localDay, made);
		return made;
	}

	const openDays = new OpenDays((day) =>
		openMsWithin(intervalsOf(day), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
	);

	/** Whole days are added up ahead; two at either end are cut, since a change of clocks may reach over midnight. */
	function openMs(from: EpochMs, to: EpochMs): number {
		const [first, last] = [wallClock.localDayOf(from), wallClock.localDayOf(to)];
		const [firstWhole, lastWhole] = [first + 2, last - 2];
		let total = openDays.between(firstWhole, lastWhole);
		for (let day = first; day <= last; day += 1) {
			if (day < firstWhole || day > lastWhole) total += openMsWithin(intervalsOf(day), from, to);
			else day = lastWhole;
		}
		return total;
	}

	function addOpenMs(from: EpochMs, durationMs: number): EpochMs | null {
		let left = durationMs;
		const first = wallClock.localDayOf(from);
		for (let day = first; day < first + HORIZON_DAYS; day += 1) {
			for (const [start, end] of intervalsOf(day)) {
				const begin = Math.max(start, from);
				if (begin >= end) continue;
				if (end - begin >= left) return begin + left;
				left -= end - begin;
			}
		}
		return null;
	}

	return { openMs, addOpenMs };
}

function openMsWithin(intervals: readonly Interval[], from: EpochMs, to: EpochMs): number {
	let total = 0;
	for (const [start, end] of intervals) total += Math.max(0, Math.min(end, to) - Math.max(start, from));
	return total;
}

function makeDay(
	calendar: Pick<Calendar, "weekdays">,
	holidays: ReadonlySet<string>,
	wallClock: WallClock,
	localDay: number,
): readonly Interval[] {
	const date = new Date(localDay * DAY_MS);
	if (holidays.has(date.toISOString().slice(0, 10))) return [];
	const hours = calendar.weekdays[date.getUTCDay()] ?? [];
	return hours.map(([from, to]) => [
		wallClock.toEpoch(localDay * DAY_MS + from * MINUTE_MS),
		wallClock.toEpoch(localDay * DAY_MS + to * MINUTE_MS),
	]);
}

/** Every zone has this shape of default: Monday to Friday, 09:00 to 17:00, no holidays. */
export function makeDefaultCalendar(zone: string): Calendar {
	const workday: DayHours = [[540, 1020]];
	return {
		name: "Business hours",
		zone,
		weekdays: [[], workday, workday, workday, workday, workday, []],
		holidays: [],
		minutesPerDay: 480,
	};
}
