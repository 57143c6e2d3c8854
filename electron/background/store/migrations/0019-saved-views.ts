import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Views of queues that people saved. */
export const SAVED_VIEWS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("saved_view")
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
