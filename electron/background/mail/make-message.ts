import type { SendMailOptions } from "nodemailer";
import { composeText } from "../../../shared/mail/compose.ts";
import { subjectOfTicket } from "../../../shared/mail/subjects.ts";
import { tellingOf } from "../../../shared/mail/tells-caller.ts";
import type { MailOutTable } from "../store/mail-tables.ts";
import type { MailPort, ReadableFile } from "../store/ports.ts";
import { fromHistoryRow } from "../store/rows.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import type { Mailbox } from "./mailbox-settings.ts";

/** Of files together: many servers take no more than 10 MB, and encoding adds a third. */
const FILE_BYTES = 7 * 1_048_576;
/** As many ids as References carries: enough for any mail program to find the thread. */
const THREAD = 20;

interface Parts {
	readonly store: Store;
	readonly port: MailPort;
	readonly mailbox: Mailbox;
}

/** A message about one history entry, in its ticket’s thread; `null` where there is nothing to tell any more. */
export async function makeMessage(
	{ store, port, mailbox }: Parts,
	mail: MailOutTable,
): Promise<SendMailOptions | null> {
	const ticket = await port.findTicket(mail.ticket_id);
	const row = await store.reader
		.selectFrom("history")
		.selectAll()
		.where("id", "=", mail.history_id)
		.executeTakeFirst();
	if (!ticket || !row) return null;
	const entry = fromHistoryRow(row);
	const telling = tellingOf(ticket, entry) ?? "comment";
	const { thread, last } = await findThread(store.reader, mail);
	// What hangs on a work note is not for the caller.
	const files = entry.note?.kind === "comment" ? await port.filesOf(mail.history_id) : [];
	const { sent, left } = withinLimit(files);
	const text = composeText(ticket, entry, { telling, deskName: mailbox.name || mailbox.address });
	return {
		from: { name: mailbox.name, address: mailbox.address },
		to: mail.to_address,
		subject: subjectOfTicket(ticket),
		messageId: mail.message_id,
		date: new Date(entry.occurredAt),
		...(last === null ? {} : { inReplyTo: last, references: [...thread] }),
		text:
			left.length === 0
				? text
				: `${text}\n\nToo large to be sent: ${left.map(({ name }) => name).join(", ")}`,
		attachments: sent.map(({ name, mediaType, read }) => ({
			filename: name,
			contentType: mediaType,
			content: read(),
		})),
		// RFC 3834: programs that answer must not answer a program.
		...(mail.is_automatic === 1 ? { headers: AUTOMATIC } : {}),
	};
}

const AUTOMATIC = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" };

/** The ids of what was said before about the ticket, the oldest first, and the last of them. */
async function findThread(database: DeskDatabase, mail: MailOutTable) {
	const before = await database
		.selectFrom("mail_out")
		.select(["message_id", "created_at as at"])
		.where("ticket_id", "=", mail.ticket_id)
		.where("state", "!=", "waiting")
		.where("id", "!=", mail.id)
		.unionAll(
			database
				.selectFrom("mail_in")
				.select(["message_id", "received_at as at"])
				.where("ticket_id", "=", mail.ticket_id)
				.where("state", "=", "placed"),
		)
		.execute();
	const ids = before
		.toSorted((a, b) => a.at - b.at)
		.map(({ message_id }) => message_id.split(" ", 1)[0] ?? "")
		.filter((id) => !id.startsWith("<unreadable.") && !id.endsWith("@without-id>"));
	return { thread: ids.slice(-THREAD), last: ids.at(-1) ?? null };
}

function withinLimit(files: readonly ReadableFile[]) {
	const sent: ReadableFile[] = [];
	const left: ReadableFile[] = [];
	let bytes = 0;
	for (const file of files) {
		if (bytes + file.sizeBytes > FILE_BYTES) left.push(file);
		else {
			sent.push(file);
			bytes += file.sizeBytes;
		}
	}
	return { sent, left };
}
