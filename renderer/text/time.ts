import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { clocksText } from "./en/clocks.ts";
import { timeText } from "./en/time.ts";

/** The one owner of how times are written. Everything is epoch milliseconds. */
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const LANGUAGE = "en-GB";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: keyof typeof OPTIONS, zone: string | undefined): Intl.DateTimeFormat {
	const key = `${name} ${zone ?? ""}`;
	const known = formats.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(LANGUAGE, { ...OPTIONS[name], ...(zone ? { timeZone: zone } : {}) });
	formats.set(key, made);
	return made;
}

const OPTIONS = {
	exact: {
		weekday: "short",
		day: "numeric",
		month: "short",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		timeZoneName: "short",
	},
	short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
	day: { day: "numeric", month: "short", year: "numeric" },
	clock: { hour: "2-digit", minute: "2-digit" },
	dayName: { weekday: "short", day: "numeric", month: "short" },
	month: { month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** `Mon, 4 Apr 2016, 09:12:33 CEST`, and the same in the desk's zone where that is another. */
export function formatExact(at: EpochMs, deskZone?: string): string {
	const local = format("exact", undefined).format(at);
	if (!deskZone) return local;
	const atDesk = format("exact", deskZone).format(at);
	return atDesk === local ? local : timeText.alsoAtDesk(local, atDesk);
}

/** `4 Apr, 09:12`: in lists, where the year is clear. */
export function formatShort(at: EpochMs): string {
	return format("short", undefined).format(at);
}

export function formatDay(at: EpochMs): string {
	return format("day", undefined).format(at);
}

export function formatClock(at: EpochMs): string {
	return format("clock", undefined).format(at);
}

/** The time of day in a zone. */
export function formatClockIn(at: EpochMs, zone: string): string {
	return format("clock", zone).format(at);
}

/** A calendar day, given as a moment of it in UTC: `Mon 4 Apr`. */
export function formatDayName(at: EpochMs): string {
	return format("dayName", "UTC").format(at);
}

/** The week that begins on a day, and the month of one; both given as a moment of the day in UTC. */
export function formatWeek(at: EpochMs): string {
	const last = at + 6 * DAY_MS;
	const year = new Date(last).getUTCFullYear();
	return `${formatDayName(at)} – ${formatDayName(last)} ${year}`;
}

export function formatMonth(at: EpochMs): string {
	return format("month", "UTC").format(at);
}

/** `just now`, `5 m ago`, `3 h ago`, `2 d ago`, then the day itself. A moment a little ahead is `just now`. */
export function formatAgo(at: EpochMs, now: EpochMs): string {
	const ageMs = now - at;
	if (ageMs < MINUTE_MS) return ageMs < -5 * MINUTE_MS ? formatShort(at) : timeText.now;
	if (ageMs < 7 * DAY_MS) return timeText.ago(largestUnit(ageMs));
	return ageMs < YEAR_MS / 2 ? formatDay(at).replace(/ \d{4}$/, "") : formatDay(at);
}

/** The same, with the time of day once it is a day: in a timeline, where the order of a day matters. */
export function formatMoment(at: EpochMs, now: EpochMs): string {
	const ago = formatAgo(at, now);
	return now - at < 7 * DAY_MS ? ago : timeText.dayAndClock(ago, formatClock(at));
}

/** `due in 2 h 10 m`, `breached 35 m ago`, of an answer `reply in 10 m`, `reply late by 5 m`; once days have gone by, hours no longer matter. */
export function formatDue(
	dueAt: EpochMs,
	now: EpochMs,
	what: "response" | "resolution" = "resolution",
): string {
	const isResponse = what === "response";
	if (dueAt > now) return (isResponse ? timeText.replyIn : timeText.dueIn)(formatSpan(dueAt - now));
	return (isResponse ? timeText.noReplyFor : timeText.breachedAgo)(formatPast(now - dueAt));
}

function formatPast(spanMs: number): string {
	return spanMs >= DAY_MS && spanMs < YEAR_MS
		? timeText.days(Math.floor(spanMs / DAY_MS))
		: formatSpan(spanMs);
}

/** Two units at most, never zero: `2 h 10 m`, `3 d 4 h`, `45 s`. */
export function formatSpan(spanMs: number): string {
	if (spanMs < MINUTE_MS) return timeText.seconds(Math.max(1, Math.floor(spanMs / 1_000)));
	if (spanMs < HOUR_MS) return timeText.minutes(Math.floor(spanMs / MINUTE_MS));
	if (spanMs < DAY_MS) {
		const hours = Math.floor(spanMs / HOUR_MS);
		return joinUnits(timeText.hours(hours), Math.floor((spanMs % HOUR_MS) / MINUTE_MS), timeText.minutes);
	}
	if (spanMs < YEAR_MS) {
		const days = Math.floor(spanMs / DAY_MS);
		if (days >= 10) return timeText.days(days);
		return joinUnits(timeText.days(days), Math.floor((spanMs % DAY_MS) / HOUR_MS), timeText.hours);
	}
	return timeText.years(Math.floor(spanMs / YEAR_MS));
}

/**
 * A length of open time: in days of so many minutes where a calendar says how long one is, else as it is.
 * `long` says that these are business days, where nothing beside it does.
 */
export function formatBusinessSpan(
	spanMs: number,
	minutesPerDay: number | null,
	length: "short" | "long" = "short",
): string {
	if (spanMs < MINUTE_MS) return timeText.minutes(0);
	const dayMs = (minutesPerDay ?? Number.POSITIVE_INFINITY) * MINUTE_MS;
	if (minutesPerDay === null || spanMs < dayMs) return formatHours(spanMs);
	const days = Math.floor(spanMs / dayMs);
	const isWhole = spanMs % dayMs < MINUTE_MS;
	if (length === "long" && isWhole) return clocksText.businessDays(String(days));
	return isWhole ? timeText.days(days) : `${timeText.days(days)} ${formatHours(spanMs % dayMs)}`;
}

function formatHours(spanMs: number): string {
	if (spanMs < HOUR_MS) return timeText.minutes(Math.floor(spanMs / MINUTE_MS));
	const hours = timeText.hours(Math.floor(spanMs / HOUR_MS));
	return joinUnits(hours, Math.floor((spanMs % HOUR_MS) / MINUTE_MS), timeText.minutes);
}

function joinUnits(large: string, smallCount: number, small: (count: number) => string): string {
	return smallCount === 0 ? large : `${large} ${small(smallCount)}`;
}

function largestUnit(spanMs: number): string {
	if (spanMs < HOUR_MS) return timeText.minutes(Math.floor(spanMs / MINUTE_MS));
	if (spanMs < DAY_MS) return timeText.hours(Math.floor(spanMs / HOUR_MS));
	return timeText.days(Math.floor(spanMs / DAY_MS));
}

/** What `<input type="datetime-local">` holds for a moment, in the device's own zone. */
export function toLocalInput(at: EpochMs): string {
	const local = new Date(at - new Date(at).getTimezoneOffset() * MINUTE_MS);
	return local.toISOString().slice(0, 16);
}

/** The moment a `datetime-local` field names; `null` while it is empty or half typed. */
export function fromLocalInput(text: string): EpochMs | null {
	const at = text === "" ? Number.NaN : new Date(text).getTime();
	return Number.isNaN(at) ? null : at;
}
