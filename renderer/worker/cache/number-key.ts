import {
	type NumberSeries,
	numberSeries,
	seriesAt,
	seriesIndex,
	seriesOf,
	type TicketKind,
} from "../../../shared/ticket/kinds.ts";

/** More than any counter, so that series never mix in an order by number. */
const SERIES_STRIDE = 1e12;
/** Tickets the desk has not numbered come after all others. */
const PROVISIONAL_BASE = 8e15;
export const PROVISIONAL_PREFIX = "NEW-";

/** A ticket number as one number to sort and compare by: its series first, then its counter. */
export function numberKey(kind: TicketKind, number: string): number {
	const counter = counterOf(number);
	if (number.startsWith(PROVISIONAL_PREFIX)) return PROVISIONAL_BASE + counter;
	return firstKey(seriesOfNumber(number) ?? seriesOf(kind)) + counter;
}

/** The series that a number says it is of. */
export function seriesOfNumber(number: string): NumberSeries | undefined {
	const prefix = /^[A-Z]+/.exec(number)?.[0] ?? "";
	return seriesIndex(prefix) < 0 ? undefined : prefix;
}

function firstKey(series: NumberSeries): number {
	return Math.max(0, seriesIndex(series)) * SERIES_STRIDE;
}

/** The number that a key stands for, as the desk writes it. */
export function writtenNumber(key: number): string {
	const isProvisional = key >= PROVISIONAL_BASE;
	const series = seriesAt(Math.floor(key / SERIES_STRIDE));
	if (isProvisional || series === undefined) return "";
	return series + String(key % SERIES_STRIDE).padStart(NUMBER_DIGITS, "0");
}

function counterOf(number: string): number {
	const digits = /\d{1,12}$/.exec(number);
	return digits ? Number(digits[0]) : 0;
}

/** A number is padded to so many digits. */
const NUMBER_DIGITS = 7;

/** No counter is longer. */
const MOST_DIGITS = 12;

const TYPED = /^([a-z]*)[-#]?(\d{1,12})$/;

/** Keys from each first number to before the second, again and again. */
export type KeyRanges = readonly number[];

/** The keys that somebody may mean who typed `INC0000045`, `inc45`, `45`, `new-1`, or only `inc`; `null` where it is no beginning of a number. */
export function keyRanges(word: string): KeyRanges | null {
	const ofSeries = numberSeries().filter((series) => series.toLowerCase() === word);
	if (ofSeries.length > 0)
		return ofSeries.flatMap((series) => [firstKey(series), firstKey(series) + SERIES_STRIDE]);
	const typed = TYPED.exec(word);
	if (!typed) return null;
	const prefix = typed[1] ?? "";
	const digits = typed[2] ?? "";
	if (prefix === "new") return plainRanges(digits).map((counter) => PROVISIONAL_BASE + counter);
	const ranges = digits.startsWith("0") ? paddedRanges(digits) : plainRanges(digits);
	const meant = numberSeries().filter((series) => prefix === "" || series.toLowerCase() === prefix);
	if (meant.length === 0) return null;
	return meant.flatMap((series) => ranges.map((counter) => firstKey(series) + counter));
}

/** The keys of the numbers that this may be as a whole: `INC0000045`, `inc-45`, `45`. */
export function wholeNumberRanges(word: string): KeyRanges | null {
	const [, prefix = "", digits = ""] = TYPED.exec(word) ?? [];
	if (digits === "") return null;
	const counter = Number(digits);
	if (prefix === "new") return [PROVISIONAL_BASE + counter, PROVISIONAL_BASE + counter + 1];
	const meant = numberSeries().filter((series) => prefix === "" || series.toLowerCase() === prefix);
	if (meant.length === 0) return null;
	return meant.flatMap((series) => [firstKey(series) + counter, firstKey(series) + counter + 1]);
}

export function isInRanges(key: number, ranges: KeyRanges): boolean {
	for (let index = 0; index < ranges.length; index += 2) {
		if (key >= (ranges[index] ?? 0) && key < (ranges[index + 1] ?? 0)) return true;
	}
	return false;
}

/** Counters that, written with seven digits, begin with these; or are just these. */
function paddedRanges(digits: string): KeyRanges {
	const typed = Number(digits);
	const rest = NUMBER_DIGITS - digits.length;
	const width = 10 ** Math.max(0, rest);
	const padded = rest < 0 ? [] : [typed * width, Math.min((typed + 1) * width, 10 ** NUMBER_DIGITS)];
	return [...padded, typed, typed + 1];
}

/** Counters that begin with these digits, however long they are. */
function plainRanges(digits: string): KeyRanges {
	const typed = Number(digits);
	if (typed === 0) return [0, 1];
	const lengths = Array.from({ length: MOST_DIGITS + 1 - String(typed).length }, (_, more) => 10 ** more);
	return lengths.flatMap((width) => [typed * width, (typed + 1) * width]);
}
