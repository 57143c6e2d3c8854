import { z } from "zod";
import { ACTIONS } from "../permission/permission.ts";
import type { Refusal } from "../result.ts";
import { judgeLifecycle } from "../ticket/judge-lifecycle.ts";
import type { Lifecycle } from "../ticket/lifecycle.ts";
import type { DeclaredName, TicketFieldName } from "../ticket/ticket.ts";
import { epochMsSchema, idSchema, LIMITS } from "./common.ts";
import { describeIssue } from "./describe-issue.ts";
import { ticketKindSchema } from "./ticket-kind.ts";

const labelSchema = z.string().trim().min(1).max(60);
const stateSchema = z.int().min(-100).max(1_000);
/** Which of them a kind has, the rules of lifecycles say. */
const fieldSchema = z.string().min(1).max(41) as unknown as z.ZodType<TicketFieldName>;
const fieldsSchema = z.array(fieldSchema).max(50).readonly();
const DECLARED = /^\$[A-Za-z][A-Za-z0-9]{0,39}$/;
const nameSchema = z
	.string()
	.regex(DECLARED, "expected a name that begins with $, as $floor") as unknown as z.ZodType<DeclaredName>;
const actionSchema = z.enum(ACTIONS);

const conditionSchema = z.strictObject({
	field: fieldSchema,
	isOneOf: z
		.array(z.union([z.string().max(LIMITS.name), z.number(), z.null()]))
		.min(1)
		.max(100)
		.readonly(),
	not: z.boolean().exactOptional(),
});
const conditionsSchema = z.array(conditionSchema).max(20).readonly();

const requirementSchema = z.strictObject({
	anyOf: fieldsSchema.exactOptional(),
	note: z.enum(["comment", "workNote"]).exactOptional(),
	when: conditionsSchema.exactOptional(),
	of: z.literal("person").exactOptional(),
});
const requirementsSchema = z.array(requirementSchema).max(50).readonly();

const moveSchema = z.strictObject({
	to: stateSchema,
	label: labelSchema.exactOptional(),
	by: z.enum(["person", "system"]).exactOptional(),
	needs: actionSchema.exactOptional(),
	when: conditionsSchema.exactOptional(),
	given: conditionsSchema.exactOptional(),
	requires: requirementsSchema.exactOptional(),
	offers: fieldsSchema.exactOptional(),
});

const stepSchema = z.strictObject({
	from: z
		.array(z.union([z.string().max(LIMITS.name), z.number(), z.null()]))
		.min(1)
		.max(100)
		.readonly(),
	to: z.union([z.string().min(1).max(LIMITS.name), z.number()]),
	label: labelSchema,
	needs: actionSchema.exactOptional(),
	requires: requirementsSchema.exactOptional(),
	offers: fieldsSchema.exactOptional(),
});

const choicesSchema = z
	.array(
		z.strictObject({
			value: z.union([z.string().min(1).max(LIMITS.name), z.number()]),
			label: z.string().trim().min(1).max(LIMITS.name),
		}),
	)
	.min(1)
	.max(200)
	.readonly();

const declaredFieldSchema = z.strictObject({
	name: nameSchema,
	label: labelSchema,
	type: z.enum([
		"text",
		"longText",
		"number",
		"moment",
		"choice",
		"flag",
		"person",
		"team",
		"ci",
		"ticket",
		"offer",
		"answers",
	]),
	choices: choicesSchema.exactOptional(),
	initial: z.union([z.string().max(LIMITS.note), z.number()]).exactOptional(),
	isByRule: z.boolean().exactOptional(),
	isShownApart: z.boolean().exactOptional(),
	isAfter: nameSchema.exactOptional(),
	needs: actionSchema.exactOptional(),
	steps: z.array(stepSchema).max(50).readonly().exactOptional(),
});

/** A lifecycle as it travels: what each part means, `Lifecycle` says. */
export const lifecycleSchema = z.strictObject({
	kind: ticketKindSchema,
	prefix: z.string().regex(/^[A-Z]{2,8}$/, "expected two to eight capital letters"),
	label: labelSchema,
	plural: labelSchema,
	initial: stateSchema,
	isByRule: z.boolean().exactOptional(),
	states: z
		.array(
			z.strictObject({
				value: stateSchema,
				name: labelSchema,
				phase: z.enum(["open", "hold", "resolved", "closed", "canceled"]),
				moves: z.array(moveSchema).max(100).readonly(),
				requires: requirementsSchema,
				clearsOnLeave: fieldsSchema,
				locks: fieldsSchema.exactOptional(),
				signs: nameSchema.exactOptional(),
			}),
		)
		.min(1)
		.max(60)
		.readonly(),
	fields: z.array(declaredFieldSchema).max(LIMITS.declaredFields).readonly(),
	always: requirementsSchema.exactOptional(),
	closeCodes: choicesSchema.exactOptional(),
	holdReasons: choicesSchema.exactOptional(),
	parentKinds: z.array(ticketKindSchema).max(50).readonly().exactOptional(),
	hasTasks: z.boolean().exactOptional(),
}) satisfies z.ZodType<Lifecycle>;

/** A kind's lifecycle as the desk has it. Version 0 is as the product brings it. */
export const lifecycleRecordSchema = z.strictObject({
	/** The kind. */
	id: ticketKindSchema,
	version: z.int().min(0),
	/** Among the kinds that this desk has added, in their order; `null` for a built-in one. */
	place: z.int().min(0).nullable(),
	definition: lifecycleSchema,
	savedAt: epochMsSchema,
	savedById: idSchema.nullable(),
});
export type LifecycleRecord = z.infer<typeof lifecycleRecordSchema>;

/** `GET /api/lifecycles`: of every kind the newest version. */
export const lifecyclesSchema = z.strictObject({ lifecycles: z.array(lifecycleRecordSchema) });

/** `PUT /api/lifecycles/:kind`: begins a kind with `baseVersion` 0; another one than the newest is 409 `edited_meanwhile`. */
export const lifecycleEditSchema = z.strictObject({
	definition: lifecycleSchema,
	baseVersion: z.int().min(0),
});
export type LifecycleEdit = z.infer<typeof lifecycleEditSchema>;

/** Everything that is wrong with what claims to be a lifecycle, each with its path; the lifecycle where nothing is. */
export type ReadLifecycle =
	| { readonly ok: true; readonly definition: Lifecycle }
	| { readonly ok: false; readonly refusals: readonly Refusal[] };

export function readLifecycle(value: unknown): ReadLifecycle {
	const parsed = lifecycleSchema.safeParse(value);
	if (!parsed.success)
		return { ok: false, refusals: parsed.error.issues.map((issue) => describeIssue(issue)) };
	const refusals = judgeLifecycle(parsed.data);
	return refusals.length > 0 ? { ok: false, refusals } : { ok: true, definition: parsed.data };
}
