import { healthSchema } from "../../../../shared/api/desk.ts";
import type { RegisterRoutes } from "../api.ts";

export const registerHealthRoutes: RegisterRoutes = (app, { store, version, now, intake }) => {
	app.route({
		method: "GET",
		url: "/api/health",
		config: { needs: "nothing", summary: "Whether the desk is there, and where its change log ends." },
		schema: { response: { 200: healthSchema } },
		handler: async () => ({
			status: intake.filler.kind !== null ? ("importing" as const) : ("ok" as const),
			epoch: store.epoch,
			seq: store.head(),
			version,
			serverTime: now(),
		}),
	});
};
