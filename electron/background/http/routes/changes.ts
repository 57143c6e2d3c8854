import { changePageSchema, changesQuerySchema } from "../../../../shared/api/changes.ts";
import { LIMITS } from "../../../../shared/api/common.ts";
import { readChanges } from "../../desk/changes.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith } from "../failure.ts";

export const registerChangeRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/changes",
		config: { needs: "desk.read", summary: "What changed after a cursor: each thing once, as it is now." },
		schema: { querystring: changesQuerySchema, response: { 200: changePageSchema } },
		handler: async (request) => {
			const { since, epoch, limit = LIMITS.changesPerPage } = request.query;
			const page = await readChanges(store, { since, epoch, limit }, now());
			if (!page.ok) throw failWith(409, page.error);
			return page.value;
		},
	});
};
