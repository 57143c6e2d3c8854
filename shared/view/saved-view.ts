import { z } from "zod";
import { epochMsSchema, idSchema } from "../api/common.ts";

/** Who has a view in their list: who made it, the people of a team, or all of the desk. */
export const audienceSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("own") }),
	z.strictObject({ kind: z.literal("team"), teamId: idSchema }),
	z.strictObject({ kind: z.literal("everybody") }),
]);
export type Audience = z.infer<typeof audienceSchema>;

const MOST_VALUES = 200;
const MOST_LETTERS = 20_000;
const wordSchema = z.string().min(1).max(64);

/**
 * What a view asks for and how it is drawn. Open: what a newer program puts beside it is kept as it is, and so
 * are values that this one does not know.
 */
export const viewShowsSchema = z
	.looseObject({
		/** The ready-made view that it narrows. */
		base: wordSchema,
		/** As somebody types it, filters as words included. */
		text: z.string().max(1_000),
		kinds: z.array(wordSchema).max(MOST_VALUES),
		states: z.array(z.int()).max(MOST_VALUES),
		priorities: z.array(z.int()).max(MOST_VALUES),
		teamIds: z.array(idSchema).max(MOST_VALUES),
		/** Person ids, `me` and `none`. */
		assigneeIds: z.array(idSchema).max(MOST_VALUES),
		order: z.looseObject({ by: wordSchema, isDescending: z.boolean() }),
		/** In their order; `null` are the usual ones. */
		columns: z.array(wordSchema).min(1).max(60).nullable(),
	})
	.refine((shows) => JSON.stringify(shows).length <= MOST_LETTERS, {
		message: `expected at most ${MOST_LETTERS} letters in all`,
	});
export type ViewShows = z.infer<typeof viewShowsSchema>;

export const VIEW_NAME_LETTERS = 60;

export const savedViewInputSchema = z.strictObject({
	name: z.string().trim().min(1).max(VIEW_NAME_LETTERS),
	audience: audienceSchema,
	/** Among those of the same audience, the lowest first. */
	position: z.number().min(-1e9).max(1e9),
	shows: viewShowsSchema,
});
export type SavedViewInput = z.infer<typeof savedViewInputSchema>;

/** A view that somebody saved under a name. */
export const savedViewSchema = savedViewInputSchema.extend({
	id: z.uuid(),
	version: z.int().min(1),
	/** Who made it. */
	ownerId: idSchema,
	editedById: idSchema,
	editedAt: epochMsSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

/**
 * `PUT /api/views/:id`: `version` is the one that was edited, 0 makes a new one under an id of the client's
 * making; another by now is 409 `edited_meanwhile`.
 */
export const savedViewEditSchema = z.strictObject({ version: z.int().min(0), view: savedViewInputSchema });
export const savedViewListSchema = z.strictObject({ views: z.array(savedViewSchema) });

/** As many as one person, and all of them together, may keep. */
export const MOST_VIEWS = { own: 100, shared: 300 } as const;
