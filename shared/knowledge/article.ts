import { z } from "zod";
import { epochMsSchema, idSchema } from "../api/common.ts";
import { audienceSchema } from "../view/saved-view.ts";

export const ARTICLE_LIMITS = { name: 120, text: 20_000 } as const;

export const articleInputSchema = z.strictObject({
	/** What somebody would look for. */
	name: z.string().trim().min(1).max(ARTICLE_LIMITS.name),
	/** `own` is a draft. */
	audience: audienceSchema,
	text: z.string().trim().min(1).max(ARTICLE_LIMITS.text),
	/** When somebody should read it again; `null` never. */
	reviewAt: epochMsSchema.nullable(),
	/** The ticket whose resolution it was written from. */
	ticketId: idSchema.nullable(),
});
export type ArticleInput = z.infer<typeof articleInputSchema>;

/** What is known about something that comes again. */
export const articleSchema = articleInputSchema.extend({
	id: z.uuid(),
	version: z.int().min(1),
	/** Who made it. */
	ownerId: idSchema,
	editedById: idSchema,
	editedAt: epochMsSchema,
	/** How many people say that it helped, and that it did not. */
	helpful: z.int().min(0),
	unhelpful: z.int().min(0),
});
export type Article = z.infer<typeof articleSchema>;

/** `PUT /api/articles/:id`: `version` as with saved views, 0 makes a new one. */
export const articleEditSchema = z.strictObject({ version: z.int().min(0), article: articleInputSchema });
export const articleListSchema = z.strictObject({ articles: z.array(articleSchema) });

/** One wording of an article. */
export const articleVersionSchema = z.strictObject({
	version: z.int().min(1),
	name: z.string(),
	text: z.string(),
	editedById: idSchema,
	editedAt: epochMsSchema,
});
export type ArticleVersion = z.infer<typeof articleVersionSchema>;

/** `GET /api/articles/:id/versions`: the newest first, and what the asking person says of it. */
export const articleVersionsSchema = z.strictObject({
	versions: z.array(articleVersionSchema),
	rating: z.boolean().nullable(),
});

/** `PUT /api/articles/:id/rating`: whether it helped; `null` takes it back. */
export const articleRatingSchema = z.strictObject({ isHelpful: z.boolean().nullable() });
