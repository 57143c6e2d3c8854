import { z } from "zod";
import { idSchema, LIMITS } from "../../../../shared/api/common.ts";
import { importInputSchema, importReportSchema } from "../../../../shared/api/desk.ts";
import type { Refusal, Result } from "../../../../shared/result.ts";
import type { RegisterRoutes } from "../api.ts";
import { ApiFailure, type FailureStatus, notFound } from "../failure.ts";
import { partOf } from "../parts.ts";

const importParamsSchema = z.strictObject({ id: idSchema });
const partParamsSchema = z.strictObject({
	id: idSchema,
	index: z.coerce.number().int().min(0).max(100_000),
});

export const registerImportRoutes: RegisterRoutes = (app, { intake: { imports } }) => {
	app.route({
		method: "POST",
		url: "/api/imports",
		config: { needs: "import.run", summary: "Announces an incident event log." },
		schema: { body: importInputSchema, response: { 200: importReportSchema } },
		handler: ({ body }) => imports.announce(body),
	});
	app.route({
		method: "PUT",
		url: "/api/imports/:id/parts/:index",
		bodyLimit: LIMITS.uploadPartBytes,
		config: { needs: "import.run", summary: "Brings a part of the log; in any order, also again." },
		schema: { params: partParamsSchema, response: { 200: importReportSchema } },
		handler: async ({ params, body }) => {
			return valueOrRefuse(await imports.putPart(params.id, params.index, partOf(body)));
		},
	});
	app.route({
		method: "POST",
		url: "/api/imports/:id/start",
		config: { needs: "import.run", summary: "Imports a log whose parts have all arrived." },
		schema: { params: importParamsSchema, response: { 200: importReportSchema } },
		handler: async ({ params }) => valueOrRefuse(await imports.start(params.id)),
	});
	app.route({
		method: "GET",
		url: "/api/imports/:id",
		config: { needs: "import.run", summary: "How an import stands." },
		schema: { params: importParamsSchema, response: { 200: importReportSchema } },
		handler: async ({ params }) => {
			const report = imports.report(params.id);
			if (!report) throw notFound("There is no such import.");
			return report;
		},
	});
};

const STATUS: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	conflict: 409,
	incomplete: 409,
	too_large: 413,
};

function valueOrRefuse<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	const { code, message, path }: Refusal = result.error;
	throw new ApiFailure(STATUS[code] ?? 400, code, message, path);
}
