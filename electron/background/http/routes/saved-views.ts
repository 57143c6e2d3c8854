import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Result } from "../../../../shared/result.ts";
import type { ViewEditor } from "../../../../shared/view/judge-view.ts";
import {
	savedViewEditSchema,
	savedViewListSchema,
	savedViewSchema,
} from "../../../../shared/view/saved-view.ts";
import { listSavedViews, removeView, saveView } from "../../desk/views/saved-views.ts";
import type { RegisterRoutes } from "../api.ts";
import { ApiFailure, type FailureStatus, failWith } from "../failure.ts";

const paramsSchema = z.strictObject({ id: z.uuid() });
const removalSchema = z.strictObject({ version: z.coerce.number().int().min(1) });

export const registerSavedViewRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/views",
		config: { needs: "desk.read", summary: "The saved views that are shared, and one’s own." },
		schema: { response: { 200: savedViewListSchema } },
		handler: async (request) => ({
			views: await listSavedViews(store.reader, editorAsking(request).personId),
		}),
	});
	app.route({
		method: "PUT",
		url: "/api/views/:id",
		config: { needs: "desk.read", summary: "Saves a view; one that is shared by the right to share." },
		schema: { params: paramsSchema, body: savedViewEditSchema, response: { 200: savedViewSchema } },
		handler: async (request) => {
			const saving = { id: request.params.id, edit: request.body, editor: editorAsking(request), now: now() };
			return answered(await saveView(store, saving));
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/views/:id",
		config: { needs: "desk.read", summary: "Takes a saved view away, and answers what it was." },
		schema: { params: paramsSchema, querystring: removalSchema, response: { 200: savedViewSchema } },
		handler: async (request) => {
			const { id } = request.params;
			const removal = { id, version: request.query.version, editor: editorAsking(request) };
			return answered(await removeView(store, removal));
		},
	});
};

function editorAsking({ identity }: FastifyRequest): ViewEditor {
	if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people keep views.");
	return { personId: identity.person.id, teamIds: identity.person.teamIds, roles: identity.roles };
}

const STATUS: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	forbidden: 403,
	edited_meanwhile: 409,
	too_many: 409,
};

function answered<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 422, result.error);
}
