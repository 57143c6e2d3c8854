import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Entries that one act made on many tickets, and entries that take others back, say so. */
export const BATCHES: Migration = {
	up: async (database: Kysely<unknown>) => {
		await database.schema.alterTable("history").addColumn("batch_id", "text").execute();
		await database.schema.alterTable("history").addColumn("undoes", "text").execute();
	},
};
