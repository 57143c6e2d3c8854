import { z } from "zod";
import { epochMsSchema, idSchema, LIMITS } from "../api/common.ts";
import { audienceSchema } from "../view/saved-view.ts";
import { unknownFields } from "./reply-fields.ts";

/** For what callers read, for what colleagues read, or for both. */
export const REPLY_USES = ["comment", "workNote", "both"] as const;
export type ReplyUse = (typeof REPLY_USES)[number];

export const REPLY_NAME_LETTERS = 60;

const textSchema = z
	.string()
	.min(1)
	.max(LIMITS.note)
	.superRefine((text, context) => {
		for (const name of unknownFields(text))
			context.addIssue({ code: "custom", message: `there is no field {{${name}}}` });
	});

export const replyInputSchema = z.strictObject({
	name: z.string().trim().min(1).max(REPLY_NAME_LETTERS),
	audience: audienceSchema,
	use: z.enum(REPLY_USES),
	/** With its fields in double braces, see `REPLY_FIELDS`. */
	text: textSchema,
});
export type ReplyInput = z.infer<typeof replyInputSchema>;

/** A text that is written often, kept under a name. */
export const replySchema = replyInputSchema.extend({
	id: z.uuid(),
	version: z.int().min(1),
	/** Who made it. */
	ownerId: idSchema,
	editedById: idSchema,
	editedAt: epochMsSchema,
});
export type Reply = z.infer<typeof replySchema>;

/** `PUT /api/replies/:id`: `version` as with saved views, 0 makes a new one. */
export const replyEditSchema = z.strictObject({ version: z.int().min(0), reply: replyInputSchema });
export const replyListSchema = z.strictObject({ replies: z.array(replySchema) });
