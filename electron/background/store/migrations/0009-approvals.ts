import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who decides for somebody while they are away, and what can be requested. */
export const APPROVALS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema.alterTable("person").addColumn("delegation", "text").execute();
		await schema
			.createTable("offer")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("version", "integer", (column) => column.notNull())
			.addColumn("body", "text", (column) => column.notNull())
			.execute();
	},
};
