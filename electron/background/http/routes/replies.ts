import { type Reply, replyEditSchema, replyListSchema, replySchema } from "../../../../shared/reply/reply.ts";
import { keep, listKept, removeKept } from "../../desk/shelf/shelf.ts";
import { REPLY_SHELF } from "../../desk/shelf/shelves.ts";
import type { RegisterRoutes } from "../api.ts";
import { answerKept, editorAsking, keptParamsSchema, keptRemovalSchema } from "./shelf-routes.ts";

export const registerReplyRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/replies",
		config: { needs: "desk.read", summary: "The replies that are shared, and one’s own." },
		schema: { response: { 200: replyListSchema } },
		handler: async (request) => ({
			replies: await listKept<Reply>(store.reader, REPLY_SHELF, editorAsking(request).personId),
		}),
	});
	app.route({
		method: "PUT",
		url: "/api/replies/:id",
		config: { needs: "desk.read", summary: "Saves a reply; one that is shared by the right to share." },
		schema: { params: keptParamsSchema, body: replyEditSchema, response: { 200: replySchema } },
		handler: async (request) => {
			const { version, reply: input } = request.body;
			const keeping = { id: request.params.id, version, input, editor: editorAsking(request), now: now() };
			return answerKept(await keep<Reply>(store, REPLY_SHELF, keeping));
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/replies/:id",
		config: { needs: "desk.read", summary: "Takes a reply away, and answers what it was." },
		schema: { params: keptParamsSchema, querystring: keptRemovalSchema, response: { 200: replySchema } },
		handler: async (request) => {
			const removing = { ...request.params, ...request.query, editor: editorAsking(request) };
			return answerKept(await removeKept<Reply>(store, REPLY_SHELF, removing));
		},
	});
};
