import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What a ticket is a piece of, the problem behind it, and the fields that its kind declares. */
export const KINDS: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema.alterTable("ticket").addColumn("parent_id", "text").execute();
		await schema.alterTable("ticket").addColumn("problem_id", "text").execute();
		await schema.alterTable("ticket").addColumn("declared", "text").execute();
		await schema.createIndex("ticket_parent_id").on("ticket").column("parent_id").execute();
		await schema.createIndex("ticket_problem_id").on("ticket").column("problem_id").execute();
	},
};
