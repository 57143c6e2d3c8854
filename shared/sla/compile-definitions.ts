import type { Priority } from "../ticket/priority.ts";
import type { EpochMs } from "../ticket/ticket.ts";
import { AROUND_THE_CLOCK, type CalendarRecord, type CompiledCalendar } from "./calendar.ts";
import { compileCalendarVersions } from "./calendar-versions.ts";
import type { ClockTarget, Definitions, Measure, Party, PolicyRecord, PolicyVersion } from "./policy.ts";
import { calendarAsOf, type PolicyStretch, policyTimeline, type Recalculation } from "./recalculation.ts";
import { inForceAt, timelineOf } from "./versions.ts";

/** A target in milliseconds of open time, with the calendar that counts them. */
export interface CompiledTarget {
	readonly durationMs: number;
	readonly calendarId: string | null;
	readonly calendar: CompiledCalendar;
}

/** From `from` on, until the next phase, these targets apply. */
export interface PolicyPhase {
	readonly from: EpochMs;
	/** `null`: nothing is promised, before the first version or while switched off. */
	readonly version: PolicyVersion | null;
	/** The act by which this time was counted anew; `null` where it was not. */
	readonly recalculation: Recalculation | null;
	readonly targets: ReadonlyMap<Priority, CompiledTarget>;
}

export interface CompiledPolicy {
	readonly id: string;
	readonly party: Party;
	readonly measure: Measure;
	/** In order of time; the first begins with time itself. */
	readonly phases: readonly PolicyPhase[];
}

export interface CompiledDefinitions {
	readonly policies: readonly CompiledPolicy[];
	/** Names all that clocks depend on: facts computed under another key are not used. */
	readonly key: string;
	/** When policies become others, in order: at each the facts of all clocks may. */
	readonly changesAt: readonly EpochMs[];
}

/** Makes definitions ready to answer for many tickets. */
export function compileDefinitions({ calendars, policies }: Definitions): CompiledDefinitions {
	const compiled = new Map(calendars.map(({ id, versions }) => [id, compileCalendarVersions(versions)]));
	const records = new Map(calendars.map((record) => [record.id, record]));
	const ordered = [...policies].sort(compareRecords);
	const made = ordered.map(
		(policy): CompiledPolicy => ({
			id: policy.id,
			party: policy.party,
			measure: policy.measure,
			phases: phasesOf(policy, records).map(({ from, version, recalculation }) => ({
				from,
				version: version?.isActive ? version : null,
				recalculation,
				targets: new Map(
					version?.targets.flatMap((target) => {
						const made = compileTarget(target, { from, recalculation, records, compiled });
						return made ? [[target.priority, made] as const] : [];
					}),
				),
			})),
		}),
	);
	const dates = new Set(made.flatMap(({ phases }) => phases.slice(1).map(({ from }) => from)));
	return {
		policies: made,
		changesAt: [...dates].sort((one, other) => one - other),
		key: hash(JSON.stringify([[...calendars].sort(compareRecords), ordered])),
	};
}

/** Where a version begins or was made to, or a calendar changes how long a day is. */
function phasesOf(
	policy: PolicyRecord,
	records: ReadonlyMap<string, CalendarRecord>,
): readonly PolicyStretch[] {
	const targets = policy.versions.flatMap((version) => version.targets);
	const dates: EpochMs[] = [];
	for (const calendarId of new Set(targets.map((target) => target.calendarId))) {
		const timeline = timelineOf(records.get(calendarId ?? "")?.versions ?? []);
		for (const [index, { from, version }] of timeline.entries()) {
			const before = timeline[index - 1]?.version;
			if (before && before.minutesPerDay !== version.minutesPerDay) dates.push(from);
		}
	}
	return policyTimeline(policy, dates);
}

interface TargetParts {
	readonly from: EpochMs;
	readonly recalculation: Recalculation | null;
	readonly records: ReadonlyMap<string, CalendarRecord>;
	readonly compiled: ReadonlyMap<string, CompiledCalendar>;
}

const MINUTE_MS = 60_000;

/** `null` where its calendar is not known (yet). */
function compileTarget(
	{ amount, unit, calendarId }: ClockTarget,
	{ from, recalculation, records, compiled }: TargetParts,
): CompiledTarget | null {
	if (calendarId === null) {
		const durationMs = amount * minutesOf(unit, 1_440) * MINUTE_MS;
		return { durationMs, calendarId, calendar: AROUND_THE_CLOCK };
	}
	const versions = records.get(calendarId)?.versions ?? [];
	const asOf = recalculation?.at ?? Math.max(0, from);
	const calendar = recalculation ? calendarAsOf(versions, asOf) : compiled.get(calendarId);
	const version = inForceAt(versions, asOf) ?? timelineOf(versions)[0]?.version;
	if (!calendar || !version) return null;
	return { durationMs: amount * minutesOf(unit, version.minutesPerDay) * MINUTE_MS, calendarId, calendar };
}

/** How many minutes a unit has; a day those of the calendar. */
export function minutesOf(unit: ClockTarget["unit"], minutesPerDay: number): number {
	if (unit === "minute") return 1;
	return unit === "hour" ? 60 : minutesPerDay;
}

function compareRecords(one: { readonly id: string }, other: { readonly id: string }): number {
	if (one.id === other.id) return 0;
	return one.id < other.id ? -1 : 1;
}

/** FNV-1a, twice with other beginnings: names need no more than to differ. */
function hash(text: string): string {
	return [0x811c9dc5, 0x1000193]
		.map((seed) => {
			let value = seed;
			for (let index = 0; index < text.length; index += 1) {
				value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
			}
			return (value >>> 0).toString(36);
		})
		.join("-");
}
