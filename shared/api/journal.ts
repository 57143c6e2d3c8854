import { z } from "zod";
import { idSchema, uuidSchema } from "./common.ts";

/** Bounds of a workstation's journal: far more than a person types in weeks without a desk. */
export const JOURNAL_LIMITS = {
	/** Two notes of full length and the ticket they are about. */
	recordChars: 262_144,
	recordsPerBatch: 100,
	recordsPerPage: 200,
	/** Of one person's records that count. */
	personBytes: 128 * 1_048_576,
} as const;

/** One unsent edit as the console keeps it; the journal does not look into it. */
export const journalRecordSchema = z.strictObject({
	id: uuidSchema,
	text: z.string().min(1).max(JOURNAL_LIMITS.recordChars),
});
export type JournalRecord = z.infer<typeof journalRecordSchema>;

/** `PUT /api/journal`: on disk when it is answered. Repeating it changes nothing. */
export const journalBatchSchema = z.strictObject({
	personId: idSchema,
	put: z.array(journalRecordSchema).max(JOURNAL_LIMITS.recordsPerBatch),
	/** Edits that the desk has, or that their person discarded. */
	drop: z.array(uuidSchema).max(JOURNAL_LIMITS.recordsPerBatch),
});
export type JournalBatch = z.infer<typeof journalBatchSchema>;
export const journalWrittenSchema = z.strictObject({
	/** How many of the person's records count now. */
	records: z.int().min(0),
});

/** `GET /api/journal`: a person's records, by id. */
export const journalQuerySchema = z.strictObject({ personId: idSchema, after: uuidSchema.optional() });
export const journalPageSchema = z.strictObject({
	records: z.array(journalRecordSchema),
	/** Where the next page goes on; `null` at the end. */
	next: uuidSchema.nullable(),
	/** Stretches of the file that could not be read: they are kept aside, never thrown away. */
	damaged: z.int().min(0),
});
export type JournalPage = z.infer<typeof journalPageSchema>;
