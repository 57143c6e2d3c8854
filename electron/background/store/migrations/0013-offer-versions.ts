import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Every version of what can be requested: what was ordered from an earlier one is judged by that. */
export const OFFER_VERSIONS: Migration = {
	up: async (database: Kysely<unknown>) => {
		await database.schema
			.createTable("offer_version")
			.addColumn("offer_id", "text", (column) => column.notNull())
			.addColumn("version", "integer", (column) => column.notNull())
			.addColumn("body", "text", (column) => column.notNull())
			.addPrimaryKeyConstraint("offer_version_of", ["offer_id", "version"])
			.execute();
		await sql`insert into offer_version (offer_id, version, body) select id, version, body from offer`.execute(
			database,
		);
	},
};
