import { describeValue } from "../attention/index.ts";
import { attentionText } from "../text/en/attention.ts";
import { syncText } from "../text/en/sync.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";

/** An edit with what it sets and says, in one line: enough to know it again before it is discarded. */
export function describeContent({ intent, ticketKind, names }: PendingIntent): string {
	const fields = Object.entries(intent.set).map(([field, value]) => {
		const words = describeValue(field, value ?? null, { kind: ticketKind, names }) ?? attentionText.empty;
		return `${fieldName(field)}: ${words}`;
	});
	const { note } = intent;
	const notes = note ? [`${ticketText.composer.mode[note.kind]}: “${note.text}”`] : [];
	// The title of a new ticket stands beside it already.
	const parts =
		intent.type === "create"
			? [syncText.intent.create(ticketText.kindName(intent.kind).toLowerCase()), ...notes]
			: [...fields, ...notes];
	return parts.join(" · ");
}
