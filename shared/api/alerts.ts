import { z } from "zod";
import { ALERT_CONDITIONS } from "../alert/severity.ts";
import { checkResultSchema } from "./checks.ts";
import { epochMsSchema, idSchema, uuidSchema } from "./common.ts";

/** The deduplicated, stateful thing that events of one identity make. */
export const alertSchema = z.strictObject({
	id: idSchema,
	/** `check` for our own; other sources come with their connectors. */
	source: z.string(),
	/** Source plus its whole label set or its own key. */
	identity: z.string(),
	condition: z.enum(ALERT_CONDITIONS),
	severity: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
	title: z.string(),
	checkId: idSchema.nullable(),
	ciId: idSchema.nullable(),
	serviceId: idSchema.nullable(),
	suppressedBy: z.array(z.string()),
	/** When the condition began: the first bad result, not its confirmation. */
	since: epochMsSchema,
	firstSeenAt: epochMsSchema,
	resolvedAt: epochMsSchema.nullable(),
	/** How often it has fired. */
	count: z.int(),
	/** The result that confirmed it. */
	evidence: checkResultSchema.nullable(),
	ticketId: uuidSchema.nullable(),
	/** The steps it went through, oldest first: the answer to "why?". */
	trace: z.array(z.strictObject({ at: epochMsSchema, step: z.string(), text: z.string() })),
});
export type Alert = z.infer<typeof alertSchema>;

export const alertQuerySchema = z.strictObject({
	condition: z.enum(ALERT_CONDITIONS).optional(),
	checkId: idSchema.optional(),
	limit: z.coerce.number().int().min(1).max(1_000).optional(),
});
export const alertListSchema = z.strictObject({ serverTime: epochMsSchema, alerts: z.array(alertSchema) });

/** A rule of the way from alert to incident. */
export const ruleSchema = z.strictObject({
	id: idSchema,
	name: z.string(),
	isEnabled: z.boolean(),
	/** Stable this long before an untouched incident is resolved. */
	resolveAfterMs: z.int().min(0).max(86_400_000),
});
export type Rule = z.infer<typeof ruleSchema>;
/** `GET /api/rules`; `PATCH /api/rules/:id` answers the rule. */
export const ruleListSchema = z.strictObject({ rules: z.array(ruleSchema) });
export const rulePatchSchema = z.strictObject({
	isEnabled: z.boolean().exactOptional(),
	resolveAfterMs: z.int().min(0).max(86_400_000).exactOptional(),
});
