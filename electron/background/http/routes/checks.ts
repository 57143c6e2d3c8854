import { z } from "zod";
import {
	checkDetailSchema,
	checkInputSchema,
	checkListSchema,
	checkPatchSchema,
	checkResultSchema,
	checkSchema,
	checkTestSchema,
} from "../../../../shared/api/checks.ts";
import { idSchema } from "../../../../shared/api/common.ts";
import type { Refusal } from "../../../../shared/result.ts";
import type { RegisterRoutes } from "../api.ts";
import { type ApiFailure, failWith } from "../failure.ts";

const checkParamsSchema = z.strictObject({ id: idSchema });

export const registerCheckRoutes: RegisterRoutes = (app, { monitor, now }) => {
	app.route({
		method: "GET",
		url: "/api/checks",
		config: { needs: "desk.read", summary: "All checks with their states and live figures." },
		schema: { response: { 200: checkListSchema } },
		handler: async () => {
			const { checks, figures } = monitor.list(now());
			return { serverTime: now(), checks: [...checks], figures: [...figures] };
		},
	});
	app.route({
		method: "POST",
		url: "/api/checks",
		config: {
			needs: "check.edit",
			summary: "Adds a check; it runs at once, then at its place in the interval.",
		},
		schema: { body: checkInputSchema, response: { 201: checkSchema } },
		handler: async (request, reply) => {
			const created = await monitor.create(request.body);
			if (!created.ok) throw failCheck(created.error);
			return reply.code(201).send(created.value);
		},
	});
	app.route({
		method: "POST",
		url: "/api/checks/test",
		config: { needs: "check.edit", summary: "Runs a check once, now, without keeping anything." },
		schema: { body: checkTestSchema, response: { 200: checkResultSchema } },
		handler: async (request) => {
			const tested = await monitor.test(request.body);
			if (!tested.ok) throw failCheck(tested.error);
			return tested.value;
		},
	});
	app.route({
		method: "GET",
		url: "/api/checks/:id",
		config: { needs: "desk.read", summary: "One check with its results of the last 24 hours." },
		schema: { params: checkParamsSchema, response: { 200: checkDetailSchema } },
		handler: async (request) => {
			const detail = await monitor.detail(request.params.id, now());
			if (!detail.ok) throw failCheck(detail.error);
			return detail.value;
		},
	});
	app.route({
		method: "PATCH",
		url: "/api/checks/:id",
		config: { needs: "check.edit", summary: "Changes a check; a changed target or time is planned anew." },
		schema: { params: checkParamsSchema, body: checkPatchSchema, response: { 200: checkSchema } },
		handler: async (request) => {
			const patched = await monitor.patch(request.params.id, request.body);
			if (!patched.ok) throw failCheck(patched.error);
			return patched.value;
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/checks/:id",
		config: { needs: "check.edit", summary: "Removes a check with its results; its alert is resolved." },
		schema: { params: checkParamsSchema, response: { 204: z.null() } },
		handler: async (request, reply) => {
			const removed = await monitor.remove(request.params.id);
			if (!removed.ok) throw failCheck(removed.error);
			return reply.code(204).send(null);
		},
	});
};

function failCheck(refusal: Refusal): ApiFailure {
	const statuses: Readonly<Record<string, 404 | 503>> = { not_found: 404, prober_unavailable: 503 };
	return failWith(statuses[refusal.code] ?? 400, refusal);
}
