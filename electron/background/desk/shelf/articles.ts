/** What articles have beside what everything has that people keep: all their wordings, and whether they helped. */
import { sql } from "kysely";
import {
	type Article,
	type ArticleInput,
	type ArticleVersion,
	articleVersionSchema,
} from "../../../../shared/knowledge/article.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import type { ShelfTable } from "../../store/kept-tables.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import { fromShelfRow, type Shelf } from "./shelf.ts";

/** An article is small and read by many; a desk with more of them has a wiki. */
export const ARTICLE_SHELF: Shelf = {
	table: "article",
	kind: "article",
	sharing: "article.share",
	most: { own: 500, shared: 5_000 },
	onKept: (tx, { id, version, body, edited_by_id, edited_at }) =>
		tx
			.insertInto("article_version")
			.values({ article_id: id, version, body, edited_by_id, edited_at })
			.execute(),
	onRemoved: async (tx, id) => {
		await tx.deleteFrom("article_version").where("article_id", "=", id).execute();
		await tx.deleteFrom("article_rating").where("article_id", "=", id).execute();
	},
};

/** How it was rated is told with it. */
export type ArticleRow = ShelfTable & { readonly helpful: number; readonly unhelpful: number };

/** Counted beside a table or subquery named `thing`. */
export const RATING_COUNTS = sql.raw(`
	(select count(*) from article_rating where article_id = thing.id and is_helpful = 1) as helpful,
	(select count(*) from article_rating where article_id = thing.id and is_helpful = 0) as unhelpful`);

export function fromArticleRow({ helpful, unhelpful, ...row }: ArticleRow): Article {
	return { ...fromShelfRow<Omit<Article, "helpful" | "unhelpful">>(row), helpful, unhelpful };
}

/** Those that somebody may read: all that are shared, and their own drafts. */
export async function listArticles(database: DeskDatabase, personId: string): Promise<Article[]> {
	const { rows } = await sql<ArticleRow>`
		select thing.*, ${RATING_COUNTS} from article as thing
		where audience <> 'own' or owner_id = ${personId} order by id`.execute(database);
	return rows.map(fromArticleRow);
}

/** One that somebody may read. */
async function findArticle(database: DeskDatabase, id: string, personId: string): Promise<Result<Article>> {
	const { rows } = await sql<ArticleRow>`
		select thing.*, ${RATING_COUNTS} from article as thing
		where id = ${id} and (audience <> 'own' or owner_id = ${personId})`.execute(database);
	const [row] = rows;
	return row ? ok(fromArticleRow(row)) : refuse("not_found", "There is no such article at this desk.");
}

/** What was kept, with how it was rated; one that is gone is rated by nobody. */
export async function withRatings(kept: Article, database: DeskDatabase | null): Promise<Article> {
	const rated = database ? await countRatings(database, kept.id) : { helpful: 0, unhelpful: 0 };
	return { ...kept, ...rated };
}

async function countRatings(
	database: DeskDatabase,
	id: string,
): Promise<{ readonly helpful: number; readonly unhelpful: number }> {
	const rows = await database
		.selectFrom("article_rating")
		.select("is_helpful")
		.where("article_id", "=", id)
		.execute();
	const helpful = rows.filter(({ is_helpful }) => is_helpful === 1).length;
	return { helpful, unhelpful: rows.length - helpful };
}

/** All wordings, the newest first, and what this person says of it. */
export async function readVersions(
	database: DeskDatabase,
	id: string,
	personId: string,
): Promise<Result<{ versions: ArticleVersion[]; rating: boolean | null }>> {
	const found = await findArticle(database, id, personId);
	if (!found.ok) return found;
	const rows = await database
		.selectFrom("article_version")
		.selectAll()
		.where("article_id", "=", id)
		.orderBy("version", "desc")
		.limit(200)
		.execute();
	const rated = await database
		.selectFrom("article_rating")
		.select("is_helpful")
		.where("article_id", "=", id)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	const versions = rows.map(({ version, body, edited_by_id, edited_at }) => {
		const { name, text } = parseJson<ArticleInput>(body);
		return articleVersionSchema.parse({
			version,
			name,
			text,
			editedById: edited_by_id,
			editedAt: edited_at,
		});
	});
	return ok({ versions, rating: rated ? rated.is_helpful === 1 : null });
}

/** Whether it helped this person: once each, the last word counts. */
export async function rateArticle(
	store: Store,
	id: string,
	{ personId, isHelpful, now }: { personId: string; isHelpful: boolean | null; now: number },
): Promise<Result<Article>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Article>> => {
		const found = await findArticle(tx, id, personId);
		if (!found.ok) return found;
		await tx
			.deleteFrom("article_rating")
			.where("article_id", "=", id)
			.where("person_id", "=", personId)
			.execute();
		if (isHelpful !== null)
			await tx
				.insertInto("article_rating")
				.values({ article_id: id, person_id: personId, is_helpful: isHelpful ? 1 : 0, rated_at: now })
				.execute();
		logChange("article", id);
		return findArticle(tx, id, personId);
	});
	return value;
}
