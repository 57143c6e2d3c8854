import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Messages that came and messages that go, each known by its Message-ID. */
export const MAIL: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("mail_in")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("message_id", "text", (column) => column.notNull().unique())
			.addColumn("state", "text", (column) => column.notNull())
			.addColumn("reason", "text")
			.addColumn("detail", "text")
			.addColumn("from_address", "text", (column) => column.notNull())
			.addColumn("from_name", "text", (column) => column.notNull())
			.addColumn("subject", "text", (column) => column.notNull())
			.addColumn("body", "text", (column) => column.notNull())
			.addColumn("file_names", "text", (column) => column.notNull())
			.addColumn("received_at", "bigint", (column) => column.notNull())
			.addColumn("ticket_id", "text", (column) => column.references("ticket.id"))
			.execute();
		await schema.createIndex("mail_in_by_state").on("mail_in").columns(["state", "received_at"]).execute();
		await schema
			.createIndex("mail_in_by_sender")
			.on("mail_in")
			.columns(["from_address", "received_at"])
			.execute();
		await schema.createIndex("mail_in_by_ticket").on("mail_in").column("ticket_id").execute();
		await schema
			.createTable("mail_out")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("ticket_id", "text", (column) => column.notNull().references("ticket.id"))
			.addColumn("history_id", "text", (column) => column.notNull().unique().references("history.id"))
			.addColumn("message_id", "text", (column) => column.notNull().unique())
			.addColumn("to_address", "text", (column) => column.notNull())
			.addColumn("is_automatic", "integer", (column) => column.notNull())
			.addColumn("state", "text", (column) => column.notNull())
			.addColumn("attempts", "integer", (column) => column.notNull())
			.addColumn("due_at", "bigint", (column) => column.notNull())
			.addColumn("created_at", "bigint", (column) => column.notNull())
			.addColumn("settled_at", "bigint")
			.addColumn("error", "text")
			.execute();
		await schema.createIndex("mail_out_by_state").on("mail_out").columns(["state", "due_at"]).execute();
		await schema.createIndex("mail_out_by_ticket").on("mail_out").column("ticket_id").execute();
	},
};
