import type { QueueReason } from "../../../shared/mail/judge-incoming.ts";
import type { Flag, JsonText } from "./tables.ts";

/** A message that came. Its bytes lie in a file of its own while they may still be needed. */
export interface MailInTable {
	/** Also the id of the intent that places it, so that it is placed at most once. */
	id: string;
	/** Of the message itself, so that it is taken at most once. */
	message_id: string;
	/** `new` is kept and not judged yet. */
	state: "new" | "placed" | "unmatched" | "discarded";
	reason: QueueReason | null;
	detail: string | null;
	from_address: string;
	from_name: string;
	subject: string;
	/** What of its text a note holds. */
	body: string;
	/** `string[]` */
	file_names: JsonText;
	received_at: number;
	/** Where it is, or where it seems to belong. */
	ticket_id: string | null;
}

/** A message to a caller: about one history entry, written with it. */
export interface MailOutTable {
	id: string;
	ticket_id: string;
	history_id: string;
	message_id: string;
	to_address: string;
	/** A rule wrote it. */
	is_automatic: Flag;
	state: "waiting" | "sent" | "undeliverable";
	attempts: number;
	/** When it is tried next. */
	due_at: number;
	created_at: number;
	/** When it was sent, or known not to arrive. */
	settled_at: number | null;
	error: string | null;
}
