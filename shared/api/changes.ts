import { z } from "zod";
import { articleSchema } from "../knowledge/article.ts";
import { replySchema } from "../reply/reply.ts";
import { offerSchema } from "../request/offer.ts";
import { savedViewSchema } from "../view/saved-view.ts";
import { alertSchema } from "./alerts.ts";
import { changeSettingsRecordSchema } from "./change-settings.ts";
import { checkFiguresSchema, checkSchema } from "./checks.ts";
import { epochMsSchema, LIMITS } from "./common.ts";
import { travellingSettingSchema } from "./desk-settings.ts";
import { ciSchema, personSchema, teamSchema } from "./directory.ts";
import { lifecycleRecordSchema } from "./lifecycles.ts";
import { presenceTellingSchema } from "./presence.ts";
import { calendarRecordSchema, policyRecordSchema } from "./sla.ts";
import { ticketSchema } from "./tickets.ts";

/** `GET /api/changes?since=`; `since=0` is everything there is, newest standing of each thing once. */
export const changesQuerySchema = z
	.strictObject({
		since: z.coerce.number().int().min(0),
		/** The epoch the cursor belongs to; another one is 409 `epoch_changed`. */
		epoch: z.string().max(64).optional(),
		limit: z.coerce.number().int().min(1).max(LIMITS.changesPerPage).optional(),
		/**
		 * `working`: only what the asker begins with, open tickets and alerts with what they name. `ended`:
		 * only tickets that ended within a range. Both are side pages: `next` leads on within the scope and
		 * is no cursor of the whole, and a side page read before something that was already taken is void.
		 */
		scope: z.enum(["all", "working", "ended"]).optional(),
		/** Tickets that ended, and were last touched, before this are left out; one that may be known is a tombstone. */
		endedFrom: z.coerce.number().pipe(epochMsSchema).optional(),
		/** With `scope=ended`: only those last touched before this. */
		endedBefore: z.coerce.number().pipe(epochMsSchema).optional(),
		/** The newest seq when the asker held nothing yet: up to it no tombstones are sent. */
		blankTo: z.coerce.number().int().min(0).optional(),
	})
	.refine(({ scope, endedBefore }) => endedBefore === undefined || scope === "ended", {
		path: ["endedBefore"],
		message: "only with scope=ended",
	});
export type ChangesQuery = z.infer<typeof changesQuerySchema>;

export const CHANGE_KINDS = [
	"ticket",
	"person",
	"team",
	"ci",
	"check",
	"alert",
	"calendar",
	"policy",
	"changeSettings",
	"offer",
	"setting",
	"lifecycle",
	"view",
	"reply",
	"article",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const seqSchema = z.int().min(1);
/** One thing's newest standing, or its tombstone (`deleted`, no row: also for what left one's scope). */
export const changeSchema = z.union([
	z.strictObject({ seq: seqSchema, kind: z.literal("ticket"), id: z.string(), row: ticketSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("person"), id: z.string(), row: personSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("team"), id: z.string(), row: teamSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("ci"), id: z.string(), row: ciSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("check"), id: z.string(), row: checkSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("alert"), id: z.string(), row: alertSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("calendar"), id: z.string(), row: calendarRecordSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("policy"), id: z.string(), row: policyRecordSchema }),
	z.strictObject({
		seq: seqSchema,
		kind: z.literal("changeSettings"),
		id: z.string(),
		row: changeSettingsRecordSchema,
	}),
	z.strictObject({ seq: seqSchema, kind: z.literal("offer"), id: z.string(), row: offerSchema }),
	z.strictObject({
		seq: seqSchema,
		kind: z.literal("setting"),
		id: z.string(),
		row: travellingSettingSchema,
	}),
	z.strictObject({
		seq: seqSchema,
		kind: z.literal("lifecycle"),
		id: z.string(),
		row: lifecycleRecordSchema,
	}),
	z.strictObject({ seq: seqSchema, kind: z.literal("view"), id: z.string(), row: savedViewSchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("reply"), id: z.string(), row: replySchema }),
	z.strictObject({ seq: seqSchema, kind: z.literal("article"), id: z.string(), row: articleSchema }),
	z.strictObject({ seq: seqSchema, kind: z.enum(CHANGE_KINDS), id: z.string(), deleted: z.literal(true) }),
]);
export type Change = z.infer<typeof changeSchema>;

export const changePageSchema = z.strictObject({
	epoch: z.string(),
	/** The desk's newest seq when the page was read. */
	head: z.int().min(0),
	/** Ask again with `since` = this. */
	next: z.int().min(0),
	hasMore: z.boolean(),
	/** How many changes are left after this page, roughly where they are many: for progress. */
	left: z.int().min(0),
	serverTime: epochMsSchema,
	changes: z.array(changeSchema),
});
export type ChangePage = z.infer<typeof changePageSchema>;

/**
 * `GET /api/feed`: an event stream, headers sent at once. Each event's `data` is one of these, its
 * `event` name the `type`. `hello` first; `head` when there is more to fetch; `figures` are unlogged
 * hints; `presence` says who is at which ticket, to people only; `alive` at least every 5 s, so that 15 s of silence mean a dead feed.
 */
export const feedEventSchema = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("hello"), epoch: z.string(), seq: z.int(), serverTime: epochMsSchema }),
	z.strictObject({ type: z.literal("head"), seq: z.int() }),
	z.strictObject({ type: z.literal("figures"), figures: z.array(checkFiguresSchema) }),
	presenceTellingSchema.extend({ type: z.literal("presence") }),
	z.strictObject({ type: z.literal("alive"), serverTime: epochMsSchema }),
]);
export type FeedEvent = z.infer<typeof feedEventSchema>;
