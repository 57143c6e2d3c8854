import { z } from "zod";
import { idSchema } from "./common.ts";

export const PRESENCE = {
	/** A window says so often that it is still there, ms. */
	beatMs: 10_000,
	/** A window that said nothing for so long is gone, ms. */
	goneAfterMs: 25_000,
	/** As many windows of one person are kept. */
	windowsOfOne: 20,
} as const;

export const DOINGS = ["looks", "types"] as const;
/** What somebody does at a ticket: a hint to others, never a lock. */
export type Doing = (typeof DOINGS)[number];

export const hereSchema = z.strictObject({ ticketId: idSchema, doing: z.enum(DOINGS) });
/** The ticket that is on one’s screen. */
export type Here = z.infer<typeof hereSchema>;

/** `POST /api/presence`: where one of the caller’s windows is by now; `null` at no ticket. */
export const presenceReportSchema = z.strictObject({ windowId: z.uuid(), here: hereSchema.nullable() });

/** One window of a person; `here` is `null` where it has left. */
export const presenceSchema = z.strictObject({
	personId: idSchema,
	windowId: z.uuid(),
	here: hereSchema.nullable(),
});
export type Presence = z.infer<typeof presenceSchema>;

/** What the feed tells: all that there are, or those that changed. */
export const presenceTellingSchema = z.strictObject({
	isAll: z.boolean(),
	present: z.array(presenceSchema),
});
export type PresenceTelling = z.infer<typeof presenceTellingSchema>;
