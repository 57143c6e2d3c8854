import { ok, type Result, refuse } from "../../../../shared/result.ts";
import type { WallClock } from "../../../../shared/sla/wall-clock.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";

/** How the log writes "nothing here". */
const MISSING: ReadonlySet<string> = new Set(["", "?"]);

export function readText(value: string): string | null {
	const text = value.trim();
	return MISSING.has(text) ? null : text;
}

/** Whole numbers as `2`, and as ServiceNow shows its choices, `2 - Medium`. */
export function readChoice<Value extends number>(value: string, choices: readonly Value[]): Value | null {
	const number = Number(/^(\d)(?:\s*-.*)?$/.exec(value.trim())?.[1] ?? Number.NaN);
	return choices.find((choice) => choice === number) ?? null;
}

export function readCount(value: string): number | null {
	return /^\d{1,6}$/.test(value.trim()) ? Number(value) : null;
}

const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/**
 * A local time of the log, `29/2/2016 01:16` (day first) or `2016-02-29 01:16:00`, as the moment it
 * was; `null` where the log has none.
 */
export function readMoment(value: string, wallClock: WallClock): Result<EpochMs | null> {
	const text = readText(value);
	if (text === null) return ok(null);
	const dayFirst = DAY_FIRST.exec(text);
	const [, first, second, third, ...time] = dayFirst ?? YEAR_FIRST.exec(text) ?? [];
	const [year, month, day] = dayFirst ? [third, second, first] : [first, second, third];
	const [hour, minute, seconds = "0"] = time;
	const parts = [year, month, day, hour, minute, seconds].map(Number);
	const localMs = toLocalMs(parts);
	if (localMs === null) return refuse("bad_time", `“${text}” is not a date and time`);
	return ok(wallClock.toEpoch(localMs));
}

/** The local time as if it were UTC; `null` where no calendar has it. */
function toLocalMs(parts: readonly number[]): number | null {
	const [year = Number.NaN, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
	const localMs = Date.UTC(year, month - 1, day, hour, minute, second);
	const date = new Date(localMs);
	const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return isReal && hour < 24 && minute < 60 && second < 60 ? localMs : null;
}
