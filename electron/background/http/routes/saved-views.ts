import {
	type SavedView,
	savedViewEditSchema,
	savedViewListSchema,
	savedViewSchema,
} from "../../../../shared/view/saved-view.ts";
import { keep, listKept, removeKept } from "../../desk/shelf/shelf.ts";
import { VIEW_SHELF } from "../../desk/shelf/shelves.ts";
import type { RegisterRoutes } from "../api.ts";
import { answerKept, editorAsking, keptParamsSchema, keptRemovalSchema } from "./shelf-routes.ts";

export const registerSavedViewRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/views",
		config: { needs: "desk.read", summary: "The saved views that are shared, and one’s own." },
		schema: { response: { 200: savedViewListSchema } },
		handler: async (request) => ({
			views: await listKept<SavedView>(store.reader, VIEW_SHELF, editorAsking(request).personId),
		}),
	});
	app.route({
		method: "PUT",
		url: "/api/views/:id",
		config: { needs: "desk.read", summary: "Saves a view; one that is shared by the right to share." },
		schema: { params: keptParamsSchema, body: savedViewEditSchema, response: { 200: savedViewSchema } },
		handler: async (request) => {
			const { version, view: input } = request.body;
			const keeping = { id: request.params.id, version, input, editor: editorAsking(request), now: now() };
			return answerKept(await keep<SavedView>(store, VIEW_SHELF, keeping));
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/views/:id",
		config: { needs: "desk.read", summary: "Takes a saved view away, and answers what it was." },
		schema: {
			params: keptParamsSchema,
			querystring: keptRemovalSchema,
			response: { 200: savedViewSchema },
		},
		handler: async (request) => {
			const removing = { ...request.params, ...request.query, editor: editorAsking(request) };
			return answerKept(await removeKept<SavedView>(store, VIEW_SHELF, removing));
		},
	});
};
