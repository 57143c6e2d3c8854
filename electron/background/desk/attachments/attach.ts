import { ATTACHMENT_MISSING } from "../../../../shared/api/attachments.ts";
import type { Intent } from "../../../../shared/api/intents.ts";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import type { Refusal } from "../../../../shared/result.ts";
import type { DeskTransaction } from "../../store/store.ts";

const PATH = "attachmentIds";

/** Why an intent's files can't be attached; `undefined` where they can, or there are none. */
export async function findUnattachable(
	tx: DeskTransaction,
	intent: Intent,
	{ personId }: { readonly personId: string },
): Promise<Refusal | undefined> {
	const { attachmentIds = [], note, type } = intent;
	if (attachmentIds.length === 0) return undefined;
	if (type === "change" && !note) return NOTE_REQUIRED;
	const rows = await tx
		.selectFrom("attachment")
		.select("ticket_id")
		.where("id", "in", attachmentIds)
		// Somebody else's upload is nobody's business.
		.where("person_id", "=", personId)
		.where("state", "=", "complete")
		.execute();
	if (rows.length < new Set(attachmentIds).size) return MISSING;
	return rows.some((row) => row.ticket_id !== null) ? TAKEN : undefined;
}

const NOTE_REQUIRED: Refusal = {
	code: "note_required",
	message: "Files come with a comment or a work note, which says who may see them.",
	path: "note",
};
const MISSING: Refusal = {
	code: ATTACHMENT_MISSING,
	message: "Not all files of this edit have arrived at the desk.",
	path: PATH,
};
const TAKEN: Refusal = {
	code: "attachment_taken",
	message: "A file of this edit is attached elsewhere already.",
	path: PATH,
};

/** Hangs complete files on a history entry. */
export async function attachTo(
	tx: DeskTransaction,
	entry: Pick<HistoryEntry, "id" | "ticketId">,
	attachmentIds: readonly string[],
): Promise<void> {
	await tx
		.updateTable("attachment")
		.set({ ticket_id: entry.ticketId, history_id: entry.id })
		.where("id", "in", attachmentIds)
		.execute();
}
