import type { EpochMs } from "../ticket/ticket.ts";

const DAY_MS = 86_400_000;

/** What the clocks on the walls of a time zone say. */
export interface WallClock {
	/** Number of the local day since 1970-01-01. */
	readonly localDayOf: (at: EpochMs) => number;
	/** From local wall time, written as if it were UTC, to the moment it names. */
	readonly toEpoch: (localMs: number) => EpochMs;
}

/** What has been asked of Intl already, by zone: every calendar of a zone shares it. */
const offsets = new Map<string, (at: EpochMs) => number>();

/** The wall clock of an IANA zone; throws a `RangeError` where there is no such zone. */
export function makeWallClock(zone: string): WallClock {
	const offsetAt = offsets.get(zone) ?? makeOffsetLookup(zone);
	offsets.set(zone, offsetAt);
	return {
		localDayOf: (at) => Math.floor((at + offsetAt(at)) / DAY_MS),
		// A time that happens twice is its first; one that a change of clocks skips is reckoned by the
		// clock from before it, and so lands just after it.
		toEpoch: (localMs) => {
			const before = offsetAt(localMs - DAY_MS);
			const after = offsetAt(localMs + DAY_MS);
			const first = localMs - Math.max(before, after);
			if (offsetAt(first) === localMs - first) return first;
			const second = localMs - Math.min(before, after);
			return offsetAt(second) === localMs - second ? second : localMs - before;
		},
	};
}

/** Zones change their clocks on quarter hours at the finest. */
const QUARTER_MS = 900_000;

/**
 * Offset of local from UTC in milliseconds. Intl is slow and a hundred thousand clocks ask, so it is
 * asked for the ends of a UTC day; only on a day on which they differ, for its quarter hours too.
 */
function makeOffsetLookup(zone: string): (at: EpochMs) => number {
	const ask = makeOffsetQuestion(zone);
	const byQuarter = new Map<number, number>();
	/** `null` for days on which the clocks change. */
	const byDay = new Map<number, number | null>();

	function ofQuarter(quarter: number): number {
		const known = byQuarter.get(quarter);
		if (known !== undefined) return known;
		const made = ask(quarter * QUARTER_MS);
		byQuarter.set(quarter, made);
		return made;
	}

	function ofDay(day: number): number | null {
		const known = byDay.get(day);
		if (known !== undefined) return known;
		const start = ask(day * DAY_MS);
		const made = ask((day + 1) * DAY_MS) === start ? start : null;
		byDay.set(day, made);
		return made;
	}

	return (at) => ofDay(Math.floor(at / DAY_MS)) ?? ofQuarter(Math.floor(at / QUARTER_MS));
}

function makeOffsetQuestion(zone: string): (at: EpochMs) => number {
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	});
	return (at) => {
		const parts: Record<string, number> = {};
		for (const part of format.formatToParts(at)) parts[part.type] = Number(part.value);
		const local = Date.UTC(
			parts.year ?? 0,
			(parts.month ?? 1) - 1,
			parts.day ?? 1,
			parts.hour ?? 0,
			parts.minute ?? 0,
			parts.second ?? 0,
		);
		return local - at;
	};
}
