import { z } from "zod";
import { uuidSchema } from "../../../shared/api/common.ts";
import { JOURNAL_LIMITS } from "../../../shared/api/journal.ts";
import { seal, unseal } from "../store/crypto.ts";

/** One line of the journal: an edit is there, or is no longer wanted. */
const journalEntrySchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("put"),
		id: uuidSchema,
		text: z.string().max(JOURNAL_LIMITS.recordChars),
	}),
	z.strictObject({ type: z.literal("drop"), id: uuidSchema }),
]);
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export function sealEntry(key: Buffer, owner: string, entry: JournalEntry): Buffer {
	return seal(key, JSON.stringify(entry), owner);
}

/** `null` where it is damaged, of another key, or of another person. */
export function openEntry(key: Buffer, owner: string, sealed: Buffer): JournalEntry | null {
	const text = unseal(key, sealed, owner);
	if (text === null) return null;
	// What opens was written by us: only its format could be of a later version.
	return journalEntrySchema.safeParse(JSON.parse(text)).data ?? null;
}
