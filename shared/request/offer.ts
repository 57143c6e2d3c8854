import { z } from "zod";
import { idSchema, LIMITS } from "../api/common.ts";
import { APPROVAL_RULE } from "../ticket/lifecycles/approval.ts";
import { askedFieldSchema } from "./answers.ts";

const nameSchema = z.string().trim().min(1).max(LIMITS.name);

/** Who approves: a person, those who lead a team that the caller is in, or those who lead a team. */
const approverSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("person"), personId: idSchema }),
	z.strictObject({ kind: z.literal("callersLead") }),
	z.strictObject({ kind: z.literal("teamLeads"), teamId: idSchema }),
]);
export type Approver = z.infer<typeof approverSchema>;

const offerStageSchema = z.strictObject({
	name: nameSchema,
	rule: z.enum(APPROVAL_RULE),
	approvers: z.array(approverSchema).min(1).max(20),
});
export type OfferStage = z.infer<typeof offerStageSchema>;

/** A piece of the work on an item. */
const offerTaskSchema = z.strictObject({
	shortDescription: z.string().trim().min(1).max(LIMITS.shortDescription),
	teamId: idSchema.nullable(),
});

/** Something that can be requested: what it asks for, who approves it, and what is to be done then. */
export const offerInputSchema = z.strictObject({
	name: nameSchema,
	description: z.string().max(4_000),
	/** Switched off it can't be requested any more; what was requested goes on. */
	isActive: z.boolean(),
	fields: z
		.array(askedFieldSchema)
		.max(50)
		.refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, {
			message: "expected each key once",
		}),
	stages: z.array(offerStageSchema).max(10),
	tasks: z.array(offerTaskSchema).max(20),
});
export type OfferInput = z.infer<typeof offerInputSchema>;

export const offerSchema = offerInputSchema.extend({ id: idSchema, version: z.int().min(1) });
export type Offer = z.infer<typeof offerSchema>;

/** `PUT /api/offers/:id`: `version` is the one that was edited; another by now is 409 `edited_meanwhile`. */
export const offerEditSchema = z.strictObject({ version: z.int().min(1), offer: offerInputSchema });
export type OfferEdit = z.infer<typeof offerEditSchema>;
export const offerListSchema = z.strictObject({ offers: z.array(offerSchema) });
