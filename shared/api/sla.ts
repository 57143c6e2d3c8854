import { z } from "zod";
import type { Calendar, CalendarRecord } from "../sla/calendar.ts";
import { type ClockPolicy, MEASURES, PARTIES, type PolicyRecord } from "../sla/policy.ts";
import type { Recalculation } from "../sla/recalculation.ts";
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
	supplier: nameSchema.exactOptional(),
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

const reasonSchema = z.string().trim().min(1).max(LIMITS.shortDescription);

/** An act by which all clocks of a policy were counted anew, from `from` until `at`, by `version`. */
const recalculationSchema = z.strictObject({
	from: epochMsSchema,
	at: epochMsSchema,
	byId: idSchema.nullable(),
	version: z.int().min(1),
	reason: reasonSchema,
}) satisfies z.ZodType<Recalculation>;

/** A policy with all its versions, oldest first. */
export const policyRecordSchema = z.strictObject({
	id: idSchema,
	party: z.enum(PARTIES),
	measure: z.enum(MEASURES),
	versions: z.array(clockPolicySchema.extend(versionShape)).min(1).readonly(),
	/** In the order in which they were made; absent where there was none. */
	recalculations: z.array(recalculationSchema).readonly().exactOptional(),
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

/** `POST /api/sla/recalculations/preview`: clocks of which policies are to be counted anew, and since when. */
export const recalculationScopeSchema = z.strictObject({
	from: epochMsSchema,
	policies: z
		.array(
			z.strictObject({
				id: idSchema,
				/** The one that applies, as far as is known; another one is 409 `edited_meanwhile`. */
				version: z.int().min(1),
			}),
		)
		.min(1)
		.max(100)
		.readonly(),
});
/** A step of a preview: some thousand tickets after this one, `null` for the first; without it all are compared at once. */
export const recalculationStepSchema = recalculationScopeSchema.extend({
	step: z.strictObject({ after: idSchema.nullable() }).exactOptional(),
});
export type RecalculationStep = z.infer<typeof recalculationStepSchema>;
/** `POST /api/sla/recalculations`: does it. */
export const recalculationInputSchema = recalculationScopeSchema.extend({ reason: reasonSchema });
export type RecalculationInput = z.infer<typeof recalculationInputSchema>;

/** What a recalculation makes of the clocks of one policy. */
export const recalculationEffectSchema = z.strictObject({
	policyId: idSchema,
	/** Clocks that were looked at: of tickets that were open at some time since. */
	clocks: z.int(),
	/** Those of them that say something else afterwards: when they are due, how much was used, or whether they are there. */
	changed: z.int(),
	/** Of the changed ones those that are completed. */
	completed: z.int(),
	/** Breached afterwards and not before, and the other way round. */
	breached: z.int(),
	relieved: z.int(),
});
export type RecalculationEffect = z.infer<typeof recalculationEffectSchema>;
export const recalculationPreviewSchema = z.strictObject({
	effects: z.array(recalculationEffectSchema),
	/** Of a step: how many tickets it compared, and after which the next one begins; `null` after the last. */
	step: z.strictObject({ tickets: z.int(), next: idSchema.nullable() }).exactOptional(),
});
export type RecalculationPreview = z.infer<typeof recalculationPreviewSchema>;
export const recalculationAnswerSchema = z.strictObject({
	effects: z.array(recalculationEffectSchema),
	policies: z.array(policyRecordSchema),
});

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

const stretchSchema = z.strictObject({
	from: epochMsSchema,
	to: epochMsSchema.nullable().describe("null while it lasts"),
	kind: z.enum(["counted", "paused", "stopped"]),
	rule: ruleSchema.describe("What made it so"),
	policyVersion: z.int().nullable().describe("The version that counts it; null where it is stopped"),
	recalculatedAt: epochMsSchema.nullable().describe("When it was counted anew; null where it was not"),
	businessMs: z.number().describe("Business time in it until now; 0 where it is stopped"),
});

/** One clock of a ticket, with every stretch and the rule that made it so. Durations are business time. */
export const clockSchema = z.strictObject({
	policyId: z.string().describe("The policy that promises it"),
	policyVersion: z.int().describe("The version that applies, or applied when it stopped"),
	name: z.string().describe("What that version calls it"),
	party: z.enum(PARTIES).describe("To whom: the customer, another team, or by a supplier"),
	supplier: z.string().nullable().describe("Who promises it, of a UC"),
	measure: z.enum(MEASURES).describe("Until a person has answered, or until it is resolved"),
	priority: prioritySchema.describe("It was attached for this priority"),
	stage: z.enum(["in-progress", "paused", "completed", "canceled"]),
	targetMs: z.number().describe("What is promised, in business time"),
	calendarId: idSchema.nullable().describe("The calendar that counts; null counts around the clock"),
	startedAt: epochMsSchema.describe("Where it counts from"),
	attachedAt: epochMsSchema.describe("Later than startedAt where the priority changed meanwhile"),
	dueAt: epochMsSchema
		.nullable()
		.describe("When the target is used up if nothing changes; null while paused"),
	stoppedAt: epochMsSchema.nullable().describe("When it was completed or cancelled"),
	replacedAt: epochMsSchema.nullable().describe("When another clock of the policy took its place"),
	elapsedMs: z.number().describe("Counted so far, or until it stopped, in business time"),
	pausedMs: z.number().describe("Paused so far, in business time"),
	percent: z.number().describe("Elapsed of the target; may pass 100"),
	breachedAt: epochMsSchema
		.nullable()
		.describe("When the target was or will be used up; null where it never is"),
	isBreached: z.boolean().describe("Stays so, whatever happens later"),
	stretches: z.array(stretchSchema).readonly().describe("All of it, in order and without gaps"),
});
