import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who decides for somebody while they are away. */
export const APPROVALS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema.alterTable("person").addColumn("delegation", "text").execute();
	},
};
