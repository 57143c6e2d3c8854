import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Result } from "../../../../shared/result.ts";
import type { ViewEditor } from "../../../../shared/view/judge-view.ts";
import { type Keeping, type Kept, keep, listKept, removeKept, type Shelf } from "../../desk/shelf/shelf.ts";
import type { DeskDatabase } from "../../store/store.ts";
import type { ApiApp, ApiContext } from "../api.ts";
import { ApiFailure, type FailureStatus, failWith } from "../failure.ts";

/** What the routes of everything that people keep have in common. */
export const keptParamsSchema = z.strictObject({ id: z.uuid() });
export const keptRemovalSchema = z.strictObject({ version: z.coerce.number().int().min(1) });

export function editorAsking({ identity }: FastifyRequest): ViewEditor {
	if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people keep these.");
	return { personId: identity.person.id, teamIds: identity.person.teamIds, roles: identity.roles };
}

const STATUS: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	forbidden: 403,
	edited_meanwhile: 409,
	too_many: 409,
};

export function answerKept<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 422, result.error);
}

/** How the things of one shelf are asked for. */
export interface ShelfRoutes<Thing extends Kept> {
	readonly shelf: Shelf;
	/** As `/api/replies`. */
	readonly url: string;
	/** What a list calls them, and a body one of them. */
	readonly names: { readonly all: string; readonly one: string };
	readonly schemas: {
		readonly all: z.ZodType<Readonly<Record<string, Thing[]>>>;
		readonly edit: z.ZodType<{ readonly version: number }>;
		readonly one: z.ZodType<Thing>;
	};
	/** One line each for the description of the API. */
	readonly summaries: { readonly list: string; readonly save: string; readonly remove: string };
	readonly list?: (database: DeskDatabase, personId: string) => Promise<Thing[]>;
	/** What is told of a thing beside what was kept; `null` of one that is gone. */
	readonly complete?: (kept: Thing, database: DeskDatabase | null) => Promise<Thing>;
}

/** `GET`, `PUT` and `DELETE` of what people keep. */
export function registerShelf<Thing extends Kept>(
	app: ApiApp,
	{ store, now }: Pick<ApiContext, "store" | "now">,
	routes: ShelfRoutes<Thing>,
): void {
	const { shelf, url, names, schemas, summaries } = routes;
	// What a route answers is known by what all kept things have.
	const one: z.ZodType<Kept> = schemas.one;
	const complete = routes.complete ?? (async (kept: Thing) => kept);
	app.route({
		method: "GET",
		url,
		config: { needs: "desk.read", summary: summaries.list },
		schema: { response: { 200: schemas.all } },
		handler: async (request) => {
			const { personId } = editorAsking(request);
			const list = routes.list ?? ((database, id) => listKept<Thing>(database, shelf, id));
			return { [names.all]: await list(store.reader, personId) };
		},
	});
	app.route({
		method: "PUT",
		url: `${url}/:id`,
		config: { needs: "desk.read", summary: summaries.save },
		schema: { params: keptParamsSchema, body: schemas.edit, response: { 200: one } },
		handler: async (request) => {
			const { version, [names.one]: input } = request.body as Record<string, unknown> & { version: number };
			const editor = editorAsking(request);
			const keeping = { id: request.params.id, version, input, editor, now: now() };
			return complete(answerKept(await keep<Thing>(store, shelf, keeping as Keeping<Thing>)), store.reader);
		},
	});
	app.route({
		method: "DELETE",
		url: `${url}/:id`,
		config: { needs: "desk.read", summary: summaries.remove },
		schema: { params: keptParamsSchema, querystring: keptRemovalSchema, response: { 200: one } },
		handler: async (request) => {
			const removing = { ...request.params, ...request.query, editor: editorAsking(request) };
			return complete(answerKept(await removeKept<Thing>(store, shelf, removing)), null);
		},
	});
}
