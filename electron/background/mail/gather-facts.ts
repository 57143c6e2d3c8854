import { automaticReason } from "../../../shared/mail/automatic.ts";
import type { IncomingMail } from "../../../shared/mail/incoming-mail.ts";
import type { IncomingFacts } from "../../../shared/mail/judge-incoming.ts";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import { isOwnMessageId } from "../../../shared/mail/message-ids.ts";
import { numbersInSubject } from "../../../shared/mail/subjects.ts";
import { findRemaining } from "../../../shared/ticket/merging.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { MailInTable } from "../store/mail-tables.ts";
import type { MailPort } from "../store/ports.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import { readMailSettings } from "./mailbox-settings.ts";

const HOUR_MS = 3_600_000;

export interface Asked {
	readonly store: Store;
	readonly port: MailPort;
	readonly row: MailInTable;
	readonly mail: IncomingMail;
}

/** What the desk knows of a message. */
export async function gatherFacts({ store, port, row, mail }: Asked): Promise<IncomingFacts> {
	const { reader } = store;
	const settings = await readMailSettings(reader);
	const address = settings?.address.toLowerCase() ?? "";
	const outgoing = mail.bounce?.messageId ? await findOutgoing(reader, mail.bounce.messageId) : null;
	const meant = outgoing
		? await port.findTicket(outgoing.ticket_id)
		: await findMeantTicket(reader, port, mail);
	// Who answers about a merged ticket speaks with those who work on the one that stands for it.
	const ticket = meant && (await findRemaining(meant, port.findTicket));
	return {
		automatic: automaticReason(mail.headers),
		isLoop: mail.fromAddress === address || isOwnMessageId(mail.messageId, address),
		isFlood: (await countFrom(reader, row)) > MAIL_LIMITS.perSenderAndHour,
		bounce: mail.bounce && {
			isFinal: mail.bounce.action === "failed",
			outgoingId: outgoing?.id ?? null,
		},
		senderIds: await findSenders(reader, mail.fromAddress),
		ticket,
		opensIncidents: settings?.opensIncidents ?? false,
	};
}

/** By what it answers, the nearest first; then by the number in its subject. */
async function findMeantTicket(
	database: DeskDatabase,
	port: MailPort,
	mail: IncomingMail,
): Promise<Ticket | null> {
	for (const messageId of mail.answers) {
		const ticketId = await findThread(database, messageId);
		const ticket = ticketId === null ? null : await port.findTicket(ticketId);
		if (ticket) return ticket;
	}
	for (const number of numbersInSubject(mail.subject)) {
		const ticket = await port.findTicket(number);
		if (ticket) return ticket;
	}
	return null;
}

/** The ticket of a message that we sent, or took. */
async function findThread(database: DeskDatabase, messageId: string): Promise<string | null> {
	const sent = await findOutgoing(database, messageId);
	if (sent) return sent.ticket_id;
	const taken = await database
		.selectFrom("mail_in")
		.select("ticket_id")
		.where("message_id", "=", messageId)
		.where("state", "=", "placed")
		.executeTakeFirst();
	return taken?.ticket_id ?? null;
}

async function findOutgoing(database: DeskDatabase, messageId: string) {
	const row = await database
		.selectFrom("mail_out")
		.select(["id", "ticket_id"])
		.where("message_id", "=", messageId)
		.executeTakeFirst();
	return row ?? null;
}

/** Everybody active who has the address, however it is written. */
export async function findSenders(database: DeskDatabase, address: string): Promise<readonly string[]> {
	if (address === "") return [];
	const rows = await database
		.selectFrom("person")
		.select("id")
		.where((where) => where(where.fn<string>("lower", ["email"]), "=", address))
		.where("is_active", "=", 1)
		.orderBy("id")
		.limit(10)
		.execute();
	return rows.map(({ id }) => id);
}

/** How many messages of its sender came within the hour up to this one. */
async function countFrom(database: DeskDatabase, row: MailInTable): Promise<number> {
	const { count } = await database
		.selectFrom("mail_in")
		.select((select) => select.fn.countAll<number>().as("count"))
		.where("from_address", "=", row.from_address)
		.where("received_at", ">", row.received_at - HOUR_MS)
		.where("received_at", "<=", row.received_at)
		.executeTakeFirstOrThrow();
	return count;
}
