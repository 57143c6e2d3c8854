import type { EpochMs } from "../ticket/ticket.ts";

const DAY_MS = 86_400_000;

/** What the clocks on the walls of a time zone say. */
export interface WallClock {
	/** Number of the local day since 1970-01-01. */
	readonly localDayOf: (at: EpochMs) => number;
	/** From local wall time, written as if it were UTC, to the moment it names. */
	readonly toEpoch: (localMs: number) => EpochMs;
}

/** The wall clock of an IANA zone; throws a `RangeError` where there is no such zone. */
export function makeWallClock(zone: string): WallClock {
	const offsetAt = makeOffsetLookup(zone);
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

/** Offset of local from UTC, milliseconds. Asked of Intl once an hour of use: zones change on quarter hours at the finest. */
function makeOffsetLookup(zone: string): (at: EpochMs) => number {
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
	const quarters = new Map<number, number>();
	const quarterMs = 900_000;
	return (at) => {
		const quarter = Math.floor(at / quarterMs);
		const known = quarters.get(quarter);
		if (known !== undefined) return known;
		const start = quarter * quarterMs;
		const parts: Record<string, number> = {};
		for (const part of format.formatToParts(start)) parts[part.type] = Number(part.value);
		const local = Date.UTC(
			parts.year ?? 0,
			(parts.month ?? 1) - 1,
			parts.day ?? 1,
			parts.hour ?? 0,
			parts.minute ?? 0,
			parts.second ?? 0,
		);
		const offset = local - start;
		quarters.set(quarter, offset);
		return offset;
	};
}
