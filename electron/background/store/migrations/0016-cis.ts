import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What a CI's record holds beside what tickets and checks needed of it, and what was imported. */
export const CIS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema.alterTable("ci").addColumn("external_id", "text").execute();
		await schema
			.alterTable("ci")
			.addColumn("revision", "integer", (column) => column.notNull().defaultTo(1))
			.execute();
		await schema
			.alterTable("ci")
			.addColumn("details", "text", (column) => column.notNull().defaultTo("{}"))
			.execute();
		await schema.createIndex("ci_external_id").unique().on("ci").column("external_id").execute();
		await schema
			.createTable("ci_import")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("at", "integer", (column) => column.notNull())
			.addColumn("changes", "text", (column) => column.notNull())
			.addColumn("undone_at", "integer")
			.execute();
	},
};
