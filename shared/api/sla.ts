import { z } from "zod";
import type { Calendar, CalendarRecord } from "../sla/calendar.ts";
import { type ClockPolicy, MEASURES, PARTIES, type PolicyRecord } from "../sla/policy.ts";
import type { ClockRule } from "../sla/standing.ts";
import { epochMsSchema, idSchema, LIMITS, prioritySchema } from "./common.ts";
import { ticketKindSchema } from "./ticket-kind.ts";

const nameSchema = z.string().trim().min(1).max(LIMITS.name);
const minuteSchema = z.int().min(0).max(1_440);
const dayHoursSchema = z
	.array(z.tuple([minuteSchema, minuteSchema]).readonly())
	.max(12)
	.readonly();

/** What a calendar says: `minutesPerDay` is what one day of a target means in it. */
export const calendarSchema = z.strictObject({
	name: nameSchema,
	zone: z.string().min(1).max(64),
	/** Sunday first. */
	weekdays: z.array(dayHoursSchema).length(7).readonly(),
	/** Local dates, `2026-12-25`. */
	holidays: z.array(z.string().max(10)).max(1_000).readonly(),
	minutesPerDay: z.int().min(1).max(1_440),
}) satisfies z.ZodType<Calendar>;

const targetSchema = z.strictObject({
	priority: prioritySchema,
	amount: z.int().min(1).max(100_000),
	unit: z.enum(["minute", "hour", "day"]),
	calendarId: idSchema.nullable(),
});

const actionSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("notify"), to: z.enum(["assignee", "team"]) }),
	z.strictObject({ kind: z.literal("reassign"), teamId: idSchema }),
	z.strictObject({ kind: z.literal("raise") }),
]);

/** What a policy says. */
export const clockPolicySchema = z.strictObject({
	name: nameSchema,
	isActive: z.boolean(),
	kinds: z.array(ticketKindSchema).max(256).readonly(),
	teamIds: z.array(idSchema).max(200).readonly(),
	targets: z.array(targetSchema).max(5).readonly(),
	pausedBy: z.array(z.int().min(1).max(100)).max(20).readonly(),
	onReopen: z.enum(["resume", "reset"]),
	thresholds: z
		.array(
			z.strictObject({
				percent: z.int().min(1).max(1_000),
				actions: z.array(actionSchema).max(5).readonly(),
			}),
		)
		.max(10)
		.readonly(),
}) satisfies z.ZodType<ClockPolicy>;

const versionShape = {
	version: z.int().min(1),
	effectiveFrom: epochMsSchema,
	savedAt: epochMsSchema,
	savedById: idSchema.nullable(),
};

/** A calendar with all its versions, oldest first. */
export const calendarRecordSchema = z.strictObject({
	id: idSchema,
	versions: z.array(calendarSchema.extend(versionShape)).min(1).readonly(),
}) satisfies z.ZodType<CalendarRecord>;

/** A policy with all its versions, oldest first. */
export const policyRecordSchema = z.strictObject({
	id: idSchema,
	party: z.enum(PARTIES),
	measure: z.enum(MEASURES),
	versions: z.array(clockPolicySchema.extend(versionShape)).min(1).readonly(),
}) satisfies z.ZodType<PolicyRecord>;

/** `GET /api/sla`: everything that clocks depend on besides the tickets. */
export const definitionsSchema = z.strictObject({
	calendars: z.array(calendarRecordSchema),
	policies: z.array(policyRecordSchema),
});

/** When an edit applies; `null` is at once. Never before now: what was counted stays counted. */
const editShape = {
	effectiveFrom: epochMsSchema.nullable(),
	/** The newest version that the editor saw; another one is 409 `edited_meanwhile`. */
	baseVersion: z.int().min(1),
};

/** `POST /api/sla/calendars` begins one; it applies at once. */
export const calendarInputSchema = z.strictObject({ calendar: calendarSchema });
/** `POST /api/sla/calendars/:id/versions`. */
export const calendarEditSchema = z.strictObject({ calendar: calendarSchema, ...editShape });
export type CalendarEdit = z.infer<typeof calendarEditSchema>;

/** `POST /api/sla/policies`: it promises from `effectiveFrom` on. */
export const policyInputSchema = z.strictObject({
	party: z.enum(PARTIES),
	measure: z.enum(MEASURES),
	policy: clockPolicySchema,
	effectiveFrom: epochMsSchema.nullable(),
});
export type PolicyInput = z.infer<typeof policyInputSchema>;
/** `POST /api/sla/policies/:id/versions`. */
export const policyEditSchema = z.strictObject({ policy: clockPolicySchema, ...editShape });
export type PolicyEdit = z.infer<typeof policyEditSchema>;

const stateShape = { state: z.int() };
const ruleSchema = z.discriminatedUnion("code", [
	z.strictObject({ code: z.literal("open"), ...stateShape }),
	z.strictObject({ code: z.literal("hold-counts"), holdReason: z.int() }),
	z.strictObject({ code: z.literal("hold"), holdReason: z.int() }),
	z.strictObject({ code: z.literal("other-team"), teamId: idSchema.nullable() }),
	z.strictObject({ code: z.literal("answered") }),
	z.strictObject({ code: z.literal("resolved"), ...stateShape }),
	z.strictObject({ code: z.literal("canceled"), ...stateShape }),
	z.strictObject({ code: z.literal("ended-unanswered"), ...stateShape }),
	z.strictObject({ code: z.literal("priority-changed"), priority: prioritySchema }),
	z.strictObject({ code: z.literal("not-promised") }),
]) satisfies z.ZodType<ClockRule>;

/** One clock of a ticket, with every stretch and the rule that made it so. Durations are business time. */
export const clockSchema = z.strictObject({
	policyId: z.string(),
	policyVersion: z.int(),
	name: z.string(),
	party: z.enum(PARTIES),
	measure: z.enum(MEASURES),
	priority: prioritySchema,
	stage: z.enum(["in-progress", "paused", "completed", "canceled"]),
	targetMs: z.number(),
	/** `null` counts around the clock. */
	calendarId: idSchema.nullable(),
	startedAt: epochMsSchema,
	attachedAt: epochMsSchema,
	/** `null` while paused. */
	dueAt: epochMsSchema.nullable(),
	stoppedAt: epochMsSchema.nullable(),
	replacedAt: epochMsSchema.nullable(),
	elapsedMs: z.number(),
	pausedMs: z.number(),
	percent: z.number(),
	breachedAt: epochMsSchema.nullable(),
	isBreached: z.boolean(),
	stretches: z
		.array(
			z.strictObject({
				from: epochMsSchema,
				to: epochMsSchema.nullable(),
				kind: z.enum(["counted", "paused", "stopped"]),
				rule: ruleSchema,
				policyVersion: z.int().nullable(),
				businessMs: z.number(),
			}),
		)
		.readonly(),
});
