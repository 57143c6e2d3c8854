import { z } from "zod";
import { presenceReportSchema } from "../../../../shared/api/presence.ts";
import type { RegisterRoutes } from "../api.ts";
import { editorAsking } from "./shelf-routes.ts";

export const registerPresenceRoutes: RegisterRoutes = (app, { feeds }) => {
	app.route({
		method: "POST",
		url: "/api/presence",
		config: { needs: "desk.read", summary: "Says at which ticket one is, for others to see." },
		schema: { body: presenceReportSchema, response: { 204: z.null() } },
		handler: async (request, reply) => {
			feeds.presences.put({ personId: editorAsking(request).personId, ...request.body });
			return reply.status(204).send(null);
		},
	});
};
