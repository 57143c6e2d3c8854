import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What a desk says about its changes: approvals, risk, windows and templates, as one thing with a revision. */
export const CHANGE_SETTINGS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("change_setting")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("revision", "integer", (column) => column.notNull())
			.addColumn("content", "text", (column) => column.notNull())
			.execute();
	},
};
