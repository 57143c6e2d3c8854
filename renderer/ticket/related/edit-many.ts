import type { Note, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { callWorker } from "../../data/index.ts";
import { problemsText } from "../../text/en/problems.ts";
import { tellRefusal } from "../save-edit.ts";

export interface OneEdit {
	readonly ticketId: string;
	readonly set: TicketPatch;
	readonly note?: Note;
}

/** Saves edits of several tickets, one after the other; answers how many tickets took all of theirs, and says why others did not. */
export async function editMany(edits: readonly OneEdit[]): Promise<number> {
	const refused = new Map<string, string>();
	for (const edit of edits) {
		const answer = await callWorker("edit", edit);
		if (!answer.ok) refused.set(edit.ticketId, answer.error.message);
	}
	const [why] = refused.values();
	if (why !== undefined) tellRefusal(problemsText.failed(refused.size, why));
	return new Set(edits.map(({ ticketId }) => ticketId)).size - refused.size;
}
