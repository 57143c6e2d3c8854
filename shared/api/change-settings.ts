import { z } from "zod";
import { APPROVAL_RULES } from "../change/approval-groups.ts";
import type { ChangeSettings, ChangeSettingsRecord } from "../change/settings.ts";
import { epochMsSchema, idSchema, LIMITS } from "./common.ts";

const nameSchema = z.string().trim().min(1).max(LIMITS.name);
const idsSchema = z.array(idSchema).max(200).readonly();
/** Ids that the settings give themselves; short, as answers are kept by them. */
const ownIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,36}$/);
const questionIdSchema = z.string().regex(/^[a-z0-9]{1,12}$/);
const textSchema = z.string().max(LIMITS.description);
const ruleSchema = z.enum(APPROVAL_RULES);
const groupSchema = z.strictObject({ personIds: idsSchema, rule: ruleSchema });
const minuteSchema = z.int().min(0).max(1_440);

const questionSchema = z.strictObject({
	id: questionIdSchema,
	text: nameSchema,
	choices: z
		.array(z.strictObject({ label: nameSchema, points: z.int().min(0).max(100) }))
		.min(2)
		.max(8)
		.readonly(),
});

const blackoutSchema = z
	.strictObject({
		id: ownIdSchema,
		name: nameSchema,
		ciIds: idsSchema,
		startAt: epochMsSchema,
		endAt: epochMsSchema,
	})
	.refine(({ startAt, endAt }) => startAt < endAt, { path: ["endAt"], message: "must come after its begin" });

const maintenanceSchema = z.strictObject({
	id: ownIdSchema,
	name: nameSchema,
	ciIds: idsSchema,
	weekdays: z.array(z.int().min(0).max(6)).min(1).max(7).readonly(),
	fromMinute: minuteSchema,
	toMinute: minuteSchema,
});

const templateSchema = z.strictObject({
	id: ownIdSchema,
	name: nameSchema,
	shortDescription: z.string().trim().min(1).max(LIMITS.shortDescription),
	teamId: idSchema.nullable(),
	ciId: idSchema.nullable(),
	plan: textSchema.min(1),
	backOutPlan: textSchema.min(1),
	testPlan: textSchema,
	risk: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
});

/** What a desk says about its changes. */
export const changeSettingsSchema = z.strictObject({
	peers: z.strictObject({ rule: ruleSchema }),
	cab: groupSchema,
	emergencyCab: groupSchema,
	questionnaire: z.array(questionSchema).max(10).readonly(),
	blackouts: z.array(blackoutSchema).max(200).readonly(),
	maintenance: z.array(maintenanceSchema).max(200).readonly(),
	templates: z.array(templateSchema).max(200).readonly(),
}) satisfies z.ZodType<ChangeSettings>;

export const changeSettingsRecordSchema = changeSettingsSchema.extend({
	id: z.string(),
	revision: z.int().min(1),
}) satisfies z.ZodType<ChangeSettingsRecord>;

/** `PATCH /api/change-settings`: the parts that change; made from another revision it is 409 `edited_meanwhile`. */
export const changeSettingsEditSchema = z.strictObject({
	baseRevision: z.int().min(1),
	set: changeSettingsSchema.partial(),
});
export type ChangeSettingsEdit = z.infer<typeof changeSettingsEditSchema>;
