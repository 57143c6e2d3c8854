import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Files that hang on history entries; their bytes lie beside the database, never in it. */
export const ATTACHMENTS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("attachment")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("person_id", "text", (column) => column.notNull())
			.addColumn("name", "text", (column) => column.notNull())
			.addColumn("media_type", "text", (column) => column.notNull())
			.addColumn("size_bytes", "bigint", (column) => column.notNull())
			.addColumn("sha256", "text", (column) => column.notNull())
			.addColumn("state", "text", (column) => column.notNull())
			.addColumn("ticket_id", "text", (column) => column.references("ticket.id"))
			.addColumn("history_id", "text", (column) => column.references("history.id"))
			.addColumn("touched_at", "bigint", (column) => column.notNull())
			.execute();
		await schema.createIndex("attachment_by_history").on("attachment").column("history_id").execute();
		await schema
			.createIndex("attachment_by_ticket_touched")
			.on("attachment")
			.columns(["ticket_id", "touched_at"])
			.execute();
		await schema.createIndex("attachment_by_sha256").on("attachment").column("sha256").execute();
	},
};
