import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Texts that people keep for comments and work notes. */
export const REPLIES: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("reply")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("version", "integer", (column) => column.notNull())
			.addColumn("owner_id", "text", (column) => column.notNull())
			.addColumn("audience", "text", (column) => column.notNull())
			.addColumn("team_id", "text")
			.addColumn("body", "text", (column) => column.notNull())
			.addColumn("edited_by_id", "text", (column) => column.notNull())
			.addColumn("edited_at", "integer", (column) => column.notNull())
			.execute();
	},
};
