/** What tests of clocks are made of. */
import type { TicketKind } from "../ticket/kinds.ts";
import type { EpochMs, TrackMove } from "../ticket/ticket.ts";
import type { CalendarVersion } from "./calendar.ts";
import { type Clock, computeClocks } from "./clock.ts";
import { compileDefinitions } from "./compile-definitions.ts";
import { BUSINESS_HOURS_ID, makeDefaultDefinitions } from "./default-definitions.ts";
import type { ClockPolicy, Definitions, PolicyRecord, PolicyVersion } from "./policy.ts";
import { inForceAt, type Version } from "./versions.ts";

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const at = (text: string): number => Date.parse(text);

/** The defaults in UTC, with a holiday on Christmas Day of 2026. */
export const DEFAULTS: Definitions = withCalendar(makeDefaultDefinitions("UTC"), {
	holidays: ["2026-12-25"],
});

/** The business calendar as it always was, but for this. */
export function withCalendar(
	definitions: Definitions,
	change: Partial<Definitions["calendars"][number]["versions"][number]>,
): Definitions {
	return {
		...definitions,
		calendars: definitions.calendars.map(({ id, versions }) => ({
			id,
			versions: versions.map((version) => ({ ...version, ...change })),
		})),
	};
}

/** One more version of the business calendar. */
export function editCalendar(
	definitions: Definitions,
	effectiveFrom: EpochMs,
	change: Partial<Definitions["calendars"][number]["versions"][number]>,
): Definitions {
	const calendars = definitions.calendars.map((record) => {
		const versions = withNext<CalendarVersion>(record.versions, effectiveFrom, change);
		return record.id === BUSINESS_HOURS_ID ? { ...record, versions } : record;
	});
	return { ...definitions, calendars };
}

/** One more version of a policy. */
export function editPolicy(
	definitions: Definitions,
	{ id, from }: { readonly id: string; readonly from: EpochMs },
	change: Partial<ClockPolicy>,
): Definitions {
	const policies = definitions.policies.map((record): PolicyRecord => {
		const versions = withNext<PolicyVersion>(record.versions, from, change);
		return record.id === id ? { ...record, versions } : record;
	});
	return { ...definitions, policies };
}

/** All clocks of a policy counted anew, by what applies at `at`. */
export function recalculate(
	definitions: Definitions,
	{ id, from, at: madeAt }: { readonly id: string; readonly from: EpochMs; readonly at: EpochMs },
): Definitions {
	const policies = definitions.policies.map((record): PolicyRecord => {
		const version = inForceAt(record.versions, madeAt)?.version;
		if (record.id !== id || version === undefined) return record;
		const made = { from, at: madeAt, byId: null, version, reason: "a holiday was missing" };
		return { ...record, recalculations: [...(record.recalculations ?? []), made] };
	});
	return { ...definitions, policies };
}

function withNext<Kind extends Version>(
	versions: readonly Kind[],
	effectiveFrom: EpochMs,
	change: Partial<Kind>,
): readonly Kind[] {
	const last = versions.at(-1);
	if (!last) throw new Error("a record has a version");
	return [...versions, { ...last, ...change, effectiveFrom, version: last.version + 1 }];
}

export function clocksOf(
	track: readonly TrackMove[],
	now: EpochMs,
	{ definitions = DEFAULTS, kind = "incident" }: { definitions?: Definitions; kind?: TicketKind } = {},
): readonly Clock[] {
	return computeClocks(compileDefinitions(definitions), { kind, track }, now);
}

/** The present clock of one policy. */
export function clockOf(
	track: readonly TrackMove[],
	now: EpochMs,
	options: { readonly policyId?: string; readonly definitions?: Definitions } = {},
): Clock {
	const { policyId = "sla-resolution", definitions = DEFAULTS } = options;
	const clock = clocksOf(track, now, { definitions }).find(
		(candidate) => candidate.policyId === policyId && candidate.replacedAt === null,
	);
	if (!clock) throw new Error(`there is no clock of ${policyId}`);
	return clock;
}
