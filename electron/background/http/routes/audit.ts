import { auditPageSchema, auditQuerySchema } from "../../../../shared/api/audit.ts";
import { listAudit } from "../../people/audit.ts";
import type { RegisterRoutes } from "../api.ts";

export const registerAuditRoutes: RegisterRoutes = (app, { store }) => {
	app.route({
		method: "GET",
		url: "/api/audit",
		config: {
			needs: "audit.read",
			summary: "Every change of rights and every recalculation of clocks, the newest first.",
		},
		schema: { querystring: auditQuerySchema, response: { 200: auditPageSchema } },
		handler: (request) => listAudit(store.reader, request.query),
	});
};
