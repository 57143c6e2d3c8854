import { syncText } from "../text/en/sync.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";

/** What an edit does, in a few words: its move first, then fields, then its note. */
export function describeIntent({ intent }: PendingIntent): string {
	if (intent.type === "create") return syncText.intent.create(ticketText.kindName(intent.kind).toLowerCase());
	const fields = Object.keys(intent.set).map((field) => fieldName(field));
	const note = intent.note
		? [intent.note.kind === "comment" ? ticketText.timeline.comment : ticketText.timeline.workNote]
		: [];
	return [...fields, ...note].join(", ");
}
