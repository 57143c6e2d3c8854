import { HOLD_REASON } from "../ticket/lifecycles/incident.ts";
import type { EpochMs } from "../ticket/ticket.ts";
import { type CalendarRecord, makeDefaultCalendar } from "./calendar.ts";
import type { ClockPolicy, ClockTarget, Definitions, PolicyRecord, Threshold } from "./policy.ts";

export const BUSINESS_HOURS_ID = "business-hours";

const { awaitingCaller, awaitingProblem, awaitingVendor, awaitingChange } = HOLD_REASON;

/** The defaults of the field: urgent work around the clock, the rest in business time. */
const RESPONSE_TARGETS: readonly ClockTarget[] = [
	{ priority: 1, amount: 15, unit: "minute", calendarId: null },
	{ priority: 2, amount: 1, unit: "hour", calendarId: null },
	{ priority: 3, amount: 4, unit: "hour", calendarId: BUSINESS_HOURS_ID },
	{ priority: 4, amount: 1, unit: "day", calendarId: BUSINESS_HOURS_ID },
	{ priority: 5, amount: 2, unit: "day", calendarId: BUSINESS_HOURS_ID },
];
const RESOLUTION_TARGETS: readonly ClockTarget[] = [
	{ priority: 1, amount: 1, unit: "hour", calendarId: null },
	{ priority: 2, amount: 8, unit: "hour", calendarId: null },
	{ priority: 3, amount: 3, unit: "day", calendarId: BUSINESS_HOURS_ID },
	{ priority: 4, amount: 5, unit: "day", calendarId: BUSINESS_HOURS_ID },
	{ priority: 5, amount: 10, unit: "day", calendarId: BUSINESS_HOURS_ID },
];
/** Marked on the clock; what is to happen there is for each desk to say. */
const THRESHOLDS: readonly Threshold[] = [50, 75, 100].map((percent) => ({ percent, actions: [] }));

const COMMON = {
	isActive: true,
	kinds: ["incident", "request"],
	teamIds: [],
	onReopen: "resume",
	thresholds: THRESHOLDS,
} as const satisfies Partial<ClockPolicy>;

/** What every desk begins with: one calendar in its zone, and three promises. All of it is a setting. */
export function makeDefaultDefinitions(zone: string, savedAt: EpochMs = 0): Definitions {
	return {
		calendars: [makeDefaultCalendarRecord(zone, savedAt)],
		policies: [
			policyOf(
				"sla-response",
				{ party: "sla", measure: "response", savedAt },
				{
					...COMMON,
					name: "Response",
					targets: RESPONSE_TARGETS,
					pausedBy: [],
				},
			),
			policyOf(
				"sla-resolution",
				{ party: "sla", measure: "resolution", savedAt },
				{
					...COMMON,
					name: "Resolution",
					targets: RESOLUTION_TARGETS,
					pausedBy: [awaitingCaller],
				},
			),
			policyOf(
				"ola-resolution",
				{ party: "ola", measure: "resolution", savedAt },
				{
					...COMMON,
					name: "Resolution, internal",
					targets: RESOLUTION_TARGETS,
					pausedBy: [awaitingCaller, awaitingProblem, awaitingVendor, awaitingChange],
				},
			),
		],
	};
}

export function makeDefaultCalendarRecord(zone: string, savedAt: EpochMs): CalendarRecord {
	const version = { version: 1, effectiveFrom: 0, savedAt, savedById: null };
	return { id: BUSINESS_HOURS_ID, versions: [{ ...version, ...makeDefaultCalendar(zone) }] };
}

function policyOf(
	id: string,
	{ savedAt, ...about }: Pick<PolicyRecord, "party" | "measure"> & { readonly savedAt: EpochMs },
	policy: ClockPolicy,
): PolicyRecord {
	return { id, ...about, versions: [{ version: 1, effectiveFrom: 0, savedAt, savedById: null, ...policy }] };
}
