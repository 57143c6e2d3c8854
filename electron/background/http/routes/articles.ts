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
import { keep, removeKept } from "../../desk/shelf/shelf.ts";
import type { RegisterRoutes } from "../api.ts";
import { answerKept, editorAsking, keptParamsSchema, keptRemovalSchema } from "./shelf-routes.ts";

type Kept = Omit<Article, "helpful" | "unhelpful">;

export const registerArticleRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/articles",
		config: { needs: "desk.read", summary: "The articles that are shared, and one’s own drafts." },
		schema: { response: { 200: articleListSchema } },
		handler: async (request) => ({
			articles: await listArticles(store.reader, editorAsking(request).personId),
		}),
	});
	app.route({
		method: "PUT",
		url: "/api/articles/:id",
		config: { needs: "desk.read", summary: "Saves an article; one that is shared by the right to share." },
		schema: { params: keptParamsSchema, body: articleEditSchema, response: { 200: articleSchema } },
		handler: async (request) => {
			const { version, article: input } = request.body;
			const editor = editorAsking(request);
			const keeping = { id: request.params.id, version, input, editor, now: now() };
			const kept = await keep<Kept>(store, ARTICLE_SHELF, keeping);
			return answerKept(await withRatings(store.reader, kept, editor.personId));
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/articles/:id",
		config: { needs: "desk.read", summary: "Takes an article away, and answers what it was." },
		schema: { params: keptParamsSchema, querystring: keptRemovalSchema, response: { 200: articleSchema } },
		handler: async (request) => {
			const removing = { ...request.params, ...request.query, editor: editorAsking(request) };
			const removed = answerKept(await removeKept<Kept>(store, ARTICLE_SHELF, removing));
			return { ...removed, helpful: 0, unhelpful: 0 };
		},
	});
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
