import { z } from "zod";
import {
	CI_IMPORT_LIMITS,
	ciEditSchema,
	ciImportInputSchema,
	ciImportSchema,
	ciPreviewInputSchema,
	ciPreviewSchema,
} from "../../../../shared/api/cis.ts";
import { idSchema } from "../../../../shared/api/common.ts";
import { ciInputSchema, ciSchema } from "../../../../shared/api/directory.ts";
import type { Result } from "../../../../shared/result.ts";
import { readCis } from "../../desk/cis/cis.ts";
import { createCi, editCi, removeCi } from "../../desk/cis/edit-ci.ts";
import { applyImport, previewImport, undoImport } from "../../desk/cis/import-cis.ts";
import { actOf } from "../act-of.ts";
import type { RegisterRoutes } from "../api.ts";
import { type FailureStatus, failWith } from "../failure.ts";

const paramsSchema = z.strictObject({ id: idSchema });
/** A text of JSON may take twice the room of what it says. */
const BODY_BYTES = 2 * CI_IMPORT_LIMITS.bytes;

export const registerCiRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/cis",
		config: { needs: "desk.read", summary: "All configuration items with their relations." },
		schema: { response: { 200: z.strictObject({ cis: z.array(ciSchema) }) } },
		handler: async () => ({ cis: [...(await readCis(store.reader))] }),
	});
	app.route({
		method: "POST",
		url: "/api/cis",
		config: { needs: "ci.edit", summary: "Adds a configuration item." },
		schema: { body: ciInputSchema, response: { 201: ciSchema } },
		handler: async (request, reply) => {
			const made = valueOrRefuse(await createCi(store, request.body, actOf(request, now())));
			return reply.code(201).send(made);
		},
	});
	app.route({
		method: "PUT",
		url: "/api/cis/:id",
		config: { needs: "ci.edit", summary: "Changes a configuration item." },
		schema: { params: paramsSchema, body: ciEditSchema, response: { 200: ciSchema } },
		handler: async (request) => {
			const by = { edit: request.body, act: actOf(request, now()) };
			return valueOrRefuse(await editCi(store, request.params.id, by));
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/cis/:id",
		config: { needs: "ci.edit", summary: "Removes a configuration item that nothing names." },
		schema: { params: paramsSchema, response: { 200: z.null() } },
		handler: async (request) =>
			valueOrRefuse(await removeCi(store, request.params.id, actOf(request, now()))),
	});
	app.route({
		method: "POST",
		url: "/api/cis/imports/preview",
		bodyLimit: BODY_BYTES,
		config: { needs: "ci.edit", summary: "What a CSV file of CIs or relations would change." },
		schema: { body: ciPreviewInputSchema, response: { 200: ciPreviewSchema } },
		handler: async ({ body }) => valueOrRefuse(await previewImport(store, body)),
	});
	app.route({
		method: "POST",
		url: "/api/cis/imports",
		bodyLimit: BODY_BYTES,
		config: { needs: "ci.edit", summary: "Applies exactly the difference that was shown." },
		schema: { body: ciImportInputSchema, response: { 200: ciImportSchema } },
		handler: async (request) => valueOrRefuse(await applyImport(store, request.body, actOf(request, now()))),
	});
	app.route({
		method: "POST",
		url: "/api/cis/imports/:id/undo",
		config: { needs: "ci.edit", summary: "Takes a whole import back, while nothing of it was changed." },
		schema: { params: paramsSchema, response: { 200: ciImportSchema } },
		handler: async (request) =>
			valueOrRefuse(await undoImport(store, request.params.id, actOf(request, now()))),
	});
};

const STATUS: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	edited_meanwhile: 409,
	is_named: 409,
	too_large: 413,
};

function valueOrRefuse<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 400, result.error);
}
