import { type ChangesQuery, changePageSchema, changesQuerySchema } from "../../../../shared/api/changes.ts";
import { LIMITS } from "../../../../shared/api/common.ts";
import { type ChangesRequest, readChanges } from "../../desk/changes.ts";
import type { RegisterRoutes } from "../api.ts";
import type { Identity } from "../auth/identity.ts";
import { failWith } from "../failure.ts";
import { viewerAsking } from "../viewer-asking.ts";

export const registerChangeRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/changes",
		config: { needs: "desk.read", summary: "What changed after a cursor: each thing once, as it is now." },
		schema: { querystring: changesQuerySchema, response: { 200: changePageSchema } },
		handler: async (request) => {
			const { since, epoch, limit = LIMITS.changesPerPage, endedFrom = 0, blankTo = 0 } = request.query;
			const scope = scopeOf(request.query, request.identity);
			const wanted = { since, epoch, limit, scope, endedFrom, blankTo, viewer: viewerAsking(request) };
			const page = await readChanges(store, wanted, now());
			if (!page.ok) throw failWith(409, page.error);
			return page.value;
		},
	});
};

function scopeOf(query: ChangesQuery, identity: Identity | null): ChangesRequest["scope"] {
	const { scope = "all", endedFrom = null, endedBefore = null } = query;
	if (scope === "all") return { kind: "all" };
	if (scope === "ended") return { kind: "ended", range: { from: endedFrom, before: endedBefore } };
	const person = identity?.kind === "person" ? identity.person : null;
	return { kind: "working", worker: { personId: person?.id ?? null, teamIds: person?.teamIds ?? [] } };
}
