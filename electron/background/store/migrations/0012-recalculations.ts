import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** By which acts the clocks of a policy were counted anew. */
export const RECALCULATIONS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.alterTable("sla_policy")
			.addColumn("recalculations", "text", (column) => column.notNull().defaultTo("[]"))
			.execute();
	},
};
