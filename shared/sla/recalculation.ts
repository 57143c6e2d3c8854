import type { EpochMs } from "../ticket/ticket.ts";
import { type CalendarVersion, type CompiledCalendar, compileCalendar } from "./calendar.ts";
import type { PolicyRecord, PolicyVersion } from "./policy.ts";
import { inForceAt, timelineOf } from "./versions.ts";

/**
 * An act by which all clocks of a policy, completed ones too, are counted anew for a time that is past: by
 * the version, and by the calendars, that applied when it was made. It is never taken back; a later one
 * may be made over it.
 */
export interface Recalculation {
	/** The first moment that is counted anew. */
	readonly from: EpochMs;
	/** When it was made: from then on versions apply by their own dates. */
	readonly at: EpochMs;
	/** `null`: the desk itself. */
	readonly byId: string | null;
	/** The version that applied then. */
	readonly version: number;
	readonly reason: string;
}

/** From `from` on, until the next, this version applies; where it was counted anew, by which act. */
export interface PolicyStretch {
	readonly from: EpochMs;
	/** `null` before the first. */
	readonly version: PolicyVersion | null;
	readonly recalculation: Recalculation | null;
}

/** Which version of a policy counts which time, in order from the beginning of time; parted at `dates` as well. */
export function policyTimeline(
	{ versions, recalculations = [] }: PolicyRecord,
	dates: readonly EpochMs[] = [],
): readonly PolicyStretch[] {
	const all = new Set(dates);
	for (const { from } of timelineOf(versions)) all.add(from);
	for (const { from, at } of recalculations) all.add(from).add(at);
	const later = [...all].filter((from) => from > 0).sort((one, other) => one - other);
	const stretchAt = (from: EpochMs): PolicyStretch => {
		const recalculation = governingAt(recalculations, from);
		const version = recalculation && versions.find((one) => one.version === recalculation.version);
		return { from, version: version ?? inForceAt(versions, from), recalculation };
	};
	return [{ ...stretchAt(0), from: Number.NEGATIVE_INFINITY }, ...later.map(stretchAt)];
}

/** Of those that count a moment anew, the latest. */
function governingAt(recalculations: readonly Recalculation[], moment: EpochMs): Recalculation | null {
	let governing: Recalculation | null = null;
	for (const one of recalculations) {
		if (one.from > moment || moment >= one.at) continue;
		if (!governing || governing.at <= one.at) governing = one;
	}
	return governing;
}

/** The calendar as it was when a recalculation was made: it counts all of the past that is counted anew. */
export function calendarAsOf(versions: readonly CalendarVersion[], at: EpochMs): CompiledCalendar | null {
	const version = inForceAt(versions, at);
	return version && compileCalendar(version);
}
