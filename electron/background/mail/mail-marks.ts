import type { MailMark } from "../../../shared/api/mail.ts";
import type { DeskDatabase } from "../store/store.ts";

/** What went and came by mail on one ticket, by history entry. */
export async function findMailMarks(database: DeskDatabase, ticketId: string): Promise<MailMark[]> {
	const sent = await database.selectFrom("mail_out").selectAll().where("ticket_id", "=", ticketId).execute();
	const came = await database
		.selectFrom("mail_in")
		.innerJoin("history", "history.intent_id", "mail_in.id")
		.select(["history.id", "mail_in.from_address", "mail_in.received_at"])
		.where("history.ticket_id", "=", ticketId)
		.where("mail_in.ticket_id", "=", ticketId)
		.where("mail_in.state", "=", "placed")
		.execute();
	return [
		...sent.map(
			(mail): MailMark => ({
				entryId: mail.history_id,
				direction: "out",
				address: mail.to_address,
				state: mail.state,
				at: mail.settled_at ?? mail.created_at,
				detail: mail.error,
			}),
		),
		...came.map(
			({ id, from_address, received_at }): MailMark => ({
				entryId: id,
				direction: "in",
				address: from_address,
				state: "received",
				at: received_at,
				detail: null,
			}),
		),
	];
}
