import { z } from "zod";
import { ATTACHMENT_LIMITS } from "./attachments.ts";
import { epochMsSchema, idSchema, LIMITS, uuidSchema } from "./common.ts";
import { ticketKindSchema } from "./ticket-kind.ts";
import { noteSchema, ticketBaseSchema, ticketPatchSchema } from "./tickets.ts";

/** The intent format this build writes; the desk brings every released older one up to date. */
export const INTENT_VERSION = 2;

const common = {
	v: z.literal(INTENT_VERSION),
	/** Client-made UUIDv7; the desk applies it at most once. */
	id: uuidSchema,
	ticketId: uuidSchema,
	/** When the person did it, by the device's clock set right by the measured offset to the desk. */
	occurredAt: epochMsSchema,
	/** When the workstation last heard from the desk, by the desk's clock: nothing counts from before it. */
	syncedAt: epochMsSchema.exactOptional(),
	/** The device's sequence number: order never comes from a clock. */
	counter: z.int().min(0),
};

/** Files that are on the desk already, by id: they hang on the history entry that this intent makes. */
const attachmentIdsSchema = z.array(uuidSchema).min(1).max(ATTACHMENT_LIMITS.perIntent).readonly();

/** Opens a ticket. With `state` among the fields it is create-and-resolve: the history shows New, then that state. */
export const createIntentSchema = z.strictObject({
	...common,
	type: z.literal("create"),
	kind: ticketKindSchema,
	set: ticketPatchSchema,
	note: noteSchema.optional(),
	attachmentIds: attachmentIdsSchema.optional(),
});

/** Changes fields, moves the state, adds a note: all of it or nothing. */
export const changeIntentSchema = z.strictObject({
	...common,
	type: z.literal("change"),
	baseRevision: z.int().min(0),
	/** The values the person saw, of every field in the groups of the fields set. */
	base: ticketBaseSchema,
	set: ticketPatchSchema,
	note: noteSchema.optional(),
	/** They need a note, which says who may see them. */
	attachmentIds: attachmentIdsSchema.optional(),
	/** Of all edits that one act made, so that they are shown and taken back together. */
	batchId: uuidSchema.exactOptional(),
	/** The earlier intent whose values this one gives back: what others have changed since stays theirs. */
	undoes: uuidSchema.exactOptional(),
});

export const intentSchema = z.discriminatedUnion("type", [createIntentSchema, changeIntentSchema]);
export type CreateIntent = z.infer<typeof createIntentSchema>;
export type ChangeIntent = z.infer<typeof changeIntentSchema>;
export type Intent = z.infer<typeof intentSchema>;

/**
 * `POST /api/intents`. The envelope is strict; each intent is parsed on its own, so that one
 * malformed intent is rejected by itself and blocks nothing.
 */
export const intentBatchSchema = z.strictObject({
	/** The workstation, so that the desk can fence off a writer that lost its lock. */
	deviceId: uuidSchema,
	/** Raised each time a window becomes the writer; a lower one than the desk has seen is 409 `fenced`. */
	fence: z.int().min(0),
	/** Whose edits these are; refused as a whole, 409 `other_person`, where somebody else is signed in by now. */
	personId: idSchema.optional(),
	/** The past that the sender knows; refused as a whole, 409 `epoch_changed`, where the desk has another. */
	epoch: z.string().max(64).optional(),
	/** The newest place in the feed that the sender ever heard of; 409 `cursor_ahead` where the desk has not got there. */
	heardSeq: z.int().min(0).optional(),
	intents: z.array(z.unknown()).min(1).max(LIMITS.intentsPerBatch),
});

const conflictFieldSchema = z.strictObject({
	field: z.string(),
	base: z.union([z.string(), z.number(), z.null()]),
	mine: z.union([z.string(), z.number(), z.null()]),
	theirs: z.union([z.string(), z.number(), z.null()]),
});

/**
 * What became of one intent. `applied`: as sent. `merged`: others had changed other things meanwhile.
 * `conflict`: both changed the same; nothing of it was applied. `rejected`: the rules refuse it;
 * code `earlier_not_applied` means that an earlier intent of the same ticket in this batch was not applied.
 */
export const intentResultSchema = z.discriminatedUnion("status", [
	z.strictObject({
		id: z.string(),
		status: z.enum(["applied", "merged"]),
		revision: z.int(),
		number: z.string(),
		/** The change feed's position from which a cache shows it. */
		seq: z.int(),
		/** For this answer nothing was written: it had been applied before, or the ticket said so already. */
		wroteNothing: z.boolean(),
	}),
	z.strictObject({
		id: z.string(),
		status: z.literal("conflict"),
		revision: z.int(),
		fields: z.array(conflictFieldSchema),
		/** Who changed it last, and when. */
		byPersonId: z.string().nullable(),
		at: epochMsSchema,
	}),
	z.strictObject({
		id: z.string(),
		status: z.literal("rejected"),
		reason: z.strictObject({ code: z.string(), message: z.string(), path: z.string().optional() }),
	}),
]);
export type IntentResult = z.infer<typeof intentResultSchema>;

export const intentAnswerSchema = z.strictObject({
	epoch: z.string(),
	serverTime: epochMsSchema,
	results: z.array(intentResultSchema),
});
export type IntentAnswer = z.infer<typeof intentAnswerSchema>;
