import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Kinds that the desk defines itself, and what it made of those that the product brings: every version. */
export const LIFECYCLES: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("lifecycle")
			.addColumn("kind", "text", (column) => column.notNull())
			.addColumn("version", "integer", (column) => column.notNull())
			.addColumn("place", "integer")
			.addColumn("definition", "text", (column) => column.notNull())
			.addColumn("saved_at", "bigint", (column) => column.notNull())
			.addColumn("saved_by_id", "text")
			.addPrimaryKeyConstraint("lifecycle_version", ["kind", "version"])
			.execute();
	},
};
