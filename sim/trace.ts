import type { Scheduler } from "./time/scheduler.ts";

/** What happened, for a person who asks why. Costs nothing unless it is wanted. */
export interface Trace {
	readonly note: (who: string, what: () => string) => void;
	readonly lines: readonly string[];
}

export const NO_TRACE: Trace = { note: () => undefined, lines: [] };

export function makeTrace(scheduler: Scheduler): Trace {
	const lines: string[] = [];
	return {
		note: (who, what) => {
			lines.push(`${scheduler.elapsedMs.toFixed(1).padStart(10)} ${who.padEnd(8)} ${shorten(what())}`);
		},
		lines,
	};
}

/** Ids as people can tell them apart: the simulation makes them of a mark and a number. */
export function shorten(text: string): string {
	return text.replaceAll(/0190a000-00(\w\w)-7000-8000-0*(\d+)/g, (_id, mark: string, number: string) => {
		return `${Number.parseInt(mark, 16) === 0 ? "t" : `s${Number.parseInt(mark, 16)}.`}${number}`;
	});
}

/** A UUIDv7 that can be read again in a trace. */
export function makeSimId(mark: number, counter: number): string {
	return `0190a000-00${mark.toString(16).padStart(2, "0")}-7000-8000-${String(counter).padStart(12, "0")}`;
}
