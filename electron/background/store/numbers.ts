import { formatNumber, type NumberSeries, seriesIndex } from "../../../shared/ticket/kinds.ts";
import { kindOfPrefix } from "../../../shared/ticket/known-lifecycles.ts";
import { getSetting, putSetting } from "./settings.ts";
import type { DeskTransaction } from "./store.ts";

/** A kind's own series is kept under the name of the kind, from before there were others. */
const counterKey = (series: NumberSeries): string => `counter:${kindOfPrefix(series) ?? series}`;

/** Gives out the next number of a series. */
export async function takeNumber(tx: DeskTransaction, series: NumberSeries): Promise<string> {
	const counter = ((await getSetting<number>(tx, counterKey(series))) ?? 0) + 1;
	await putSetting(tx, counterKey(series), counter);
	return formatNumber(series, counter);
}

/** Makes sure that numbers up to `counter` are not given out again: for what brings its own numbers. */
export async function raiseCounter(
	tx: DeskTransaction,
	series: NumberSeries,
	counter: number,
): Promise<void> {
	const present = (await getSetting<number>(tx, counterKey(series))) ?? 0;
	if (counter > present) await putSetting(tx, counterKey(series), counter);
}

/** The number in its usual form from any that people type: `inc45`, `INC0000045`; `null` if it is none. */
export function normalizeTicketNumber(text: string): string | null {
	const match = /^([a-z]+)[\s-]?0*(\d{1,15})$/i.exec(text.trim());
	const series = match?.[1]?.toUpperCase() ?? "";
	return seriesIndex(series) >= 0 && match?.[2] ? formatNumber(series, Number(match[2])) : null;
}
