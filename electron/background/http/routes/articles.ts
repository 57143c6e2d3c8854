import {
	type Article,
	articleEditSchema,
	articleListSchema,
	articleRatingSchema,
	articleSchema,
	articleVersionsSchema,
} from "../../../../shared/knowledge/article.ts";
import {
	ARTICLE_SHELF,
	listArticles,
	rateArticle,
	readVersions,
	withRatings,
} from "../../desk/shelf/articles.ts";
import type { RegisterRoutes } from "../api.ts";
import { answerKept, editorAsking, keptParamsSchema, registerShelf } from "./shelf-routes.ts";

export const registerArticleRoutes: RegisterRoutes = (app, { store, now }) => {
	registerShelf<Article>(
		app,
		{ store, now },
		{
			shelf: ARTICLE_SHELF,
			url: "/api/articles",
			names: { all: "articles", one: "article" },
			schemas: { all: articleListSchema, edit: articleEditSchema, one: articleSchema },
			summaries: {
				list: "The articles that are shared, and one’s own drafts.",
				save: "Saves an article; one that is shared by the right to share.",
				remove: "Takes an article away, and answers what it was.",
			},
			list: listArticles,
			complete: withRatings,
		},
	);
	app.route({
		method: "GET",
		url: "/api/articles/:id/versions",
		config: { needs: "desk.read", summary: "All wordings of an article, the newest first." },
		schema: { params: keptParamsSchema, response: { 200: articleVersionsSchema } },
		handler: async (request) =>
			answerKept(await readVersions(store.reader, request.params.id, editorAsking(request).personId)),
	});
	app.route({
		method: "PUT",
		url: "/api/articles/:id/rating",
		config: { needs: "desk.read", summary: "Says whether an article helped; the last word counts." },
		schema: { params: keptParamsSchema, body: articleRatingSchema, response: { 200: articleSchema } },
		handler: async (request) => {
			const { personId } = editorAsking(request);
			const rating = { personId, isHelpful: request.body.isHelpful, now: now() };
			return answerKept(await rateArticle(store, request.params.id, rating));
		},
	});
};
