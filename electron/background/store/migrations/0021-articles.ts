import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What is known about things that come again: articles with all their wordings, and whether they helped. */
export const ARTICLES: Migration = {
	up: async ({ schema }: Kysely<unknown>) => {
		await schema
			.createTable("article")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("version", "integer", (column) => column.notNull())
			.addColumn("owner_id", "text", (column) => column.notNull())
			.addColumn("audience", "text", (column) => column.notNull())
			.addColumn("team_id", "text")
			.addColumn("body", "text", (column) => column.notNull())
			.addColumn("edited_by_id", "text", (column) => column.notNull())
			.addColumn("edited_at", "integer", (column) => column.notNull())
			.execute();
		await schema
			.createTable("article_version")
			.addColumn("article_id", "text", (column) => column.notNull())
			.addColumn("version", "integer", (column) => column.notNull())
			.addColumn("body", "text", (column) => column.notNull())
			.addColumn("edited_by_id", "text", (column) => column.notNull())
			.addColumn("edited_at", "integer", (column) => column.notNull())
			.addPrimaryKeyConstraint("article_version_key", ["article_id", "version"])
			.execute();
		await schema
			.createTable("article_rating")
			.addColumn("article_id", "text", (column) => column.notNull())
			.addColumn("person_id", "text", (column) => column.notNull())
			.addColumn("is_helpful", "integer", (column) => column.notNull())
			.addColumn("rated_at", "integer", (column) => column.notNull())
			.addPrimaryKeyConstraint("article_rating_key", ["article_id", "person_id"])
			.execute();
	},
};
