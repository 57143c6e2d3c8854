import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { makeMessageId } from "../../../shared/mail/message-ids.ts";
import { tellingOf } from "../../../shared/mail/tells-caller.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { makeId } from "../store/crypto.ts";
import { findPerson } from "../store/people.ts";
import { toFlag } from "../store/rows.ts";
import { getSetting, SETTING } from "../store/settings.ts";
import type { DeskWrite } from "./record.ts";

/**
 * Writes down that the caller is to hear of an entry by mail, in the transaction that makes the entry: neither is
 * ever there without the other, and the desk never waits for a mail server.
 */
export async function queueMail(write: DeskWrite, ticket: Ticket, entry: HistoryEntry): Promise<void> {
	if (ticket.callerId === null || tellingOf(ticket, entry) === null) return;
	const mailbox = await getSetting<Mailbox>(write.tx, SETTING.mailbox);
	if (!mailbox?.isEnabled) return;
	const caller = await findPerson(write.tx, ticket.callerId);
	if (!caller?.isActive || caller.email === null) return;
	const id = makeId();
	await write.tx
		.insertInto("mail_out")
		.values({
			id,
			ticket_id: ticket.id,
			history_id: entry.id,
			message_id: makeMessageId(id, mailbox.address),
			to_address: caller.email,
			is_automatic: toFlag(entry.actor.kind !== "person"),
			state: "waiting",
			attempts: 0,
			due_at: entry.recordedAt,
			created_at: entry.recordedAt,
			settled_at: null,
			error: null,
		})
		.execute();
	write.afterCommit(() => write.events.emit("mail.queued", {}));
}

/** What of the mailbox’s settings matters here. */
interface Mailbox {
	readonly isEnabled: boolean;
	readonly address: string;
}
