import type { Article } from "../../../shared/knowledge/article.ts";
import type { Model } from "../engine/model.ts";
import { findArticles, suggestArticles } from "../knowledge/rank-articles.ts";
import type { Topics } from "../protocol.ts";
import { compareTexts } from "../views/slot-order.ts";
import type { ArticleView } from "./kept-protocol.ts";
import { listKept } from "./list-kept.ts";

const SUGGESTED = 3;

/** What of an article a list says. */
const EXCERPT = 240;

/** The articles that have these words; without words all, by name. */
export function articlesPayload(
	model: Model,
	{ text }: Topics["articles"]["params"],
): Topics["articles"]["payload"] | undefined {
	const views = viewsOf(model);
	if (!views) return undefined;
	const byId = new Map(views.map((view) => [view.article.id, view]));
	const found = findArticles(
		views.map(({ article }) => article),
		text,
	);
	return { text, found: found.flatMap(({ id }) => byId.get(id) ?? []).map(shorten) };
}

export function articlePayload(
	model: Model,
	{ articleId }: Topics["article"]["params"],
): Topics["article"]["payload"] | undefined {
	const views = viewsOf(model);
	return views && (views.find(({ article }) => article.id === articleId) ?? null);
}

/** Those that a ticket names, and those that may be about it. */
export function articleHintsPayload(
	model: Model,
	{ text, linkedIds }: Topics["articleHints"]["params"],
): Topics["articleHints"]["payload"] | undefined {
	const views = viewsOf(model);
	if (!views) return undefined;
	const articles = views.map(({ article }) => article);
	const others = articles.filter(({ id, audience }) => !linkedIds.includes(id) && audience.kind !== "own");
	return {
		text,
		linked: articles.filter(({ id }) => linkedIds.includes(id)).map(hintOf),
		suggested: suggestArticles(others, text, SUGGESTED).map(hintOf),
	};
}

function hintOf({ id, name, text, helpful }: Article) {
	return { id, name, excerpt: beginningOf(text), helpful };
}

function beginningOf(text: string): string {
	return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text;
}

function shorten(view: ArticleView): ArticleView {
	return { ...view, article: { ...view.article, text: beginningOf(view.article.text) } };
}

function viewsOf(model: Model): readonly ArticleView[] | undefined {
	const articles = model.generation?.cache.things.articles;
	return (
		articles &&
		listKept(model, articles.values(), "article.share")
			.map(({ thing: article, ...about }) => ({ article, ...about }))
			.sort(({ article: one }, { article: other }) =>
				compareTexts(`${one.name.toLowerCase()} ${one.id}`, `${other.name.toLowerCase()} ${other.id}`),
			)
	);
}
