import { z } from "zod";
import { alertListSchema, alertQuerySchema, alertSchema } from "../../../../shared/api/alerts.ts";
import { idSchema } from "../../../../shared/api/common.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith } from "../failure.ts";

const alertParamsSchema = z.strictObject({ id: idSchema });

export const registerAlertRoutes: RegisterRoutes = (app, { alerts, now }) => {
	app.route({
		method: "GET",
		url: "/api/alerts",
		config: { needs: "desk.read", summary: "Alerts, newest first." },
		schema: { querystring: alertQuerySchema, response: { 200: alertListSchema } },
		handler: async (request) => ({ serverTime: now(), alerts: [...(await alerts.list(request.query))] }),
	});
	app.route({
		method: "GET",
		url: "/api/alerts/:id",
		config: { needs: "desk.read", summary: "One alert with its trace." },
		schema: { params: alertParamsSchema, response: { 200: alertSchema } },
		handler: async (request) => {
			const alert = await alerts.find(request.params.id);
			if (!alert.ok) throw failWith(404, alert.error);
			return alert.value;
		},
	});
};
