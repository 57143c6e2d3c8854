import { setupChoiceSchema, setupSchema } from "../../../../shared/api/desk.ts";
import type { ApiContext, RegisterRoutes } from "../api.ts";
import { ApiFailure } from "../failure.ts";

export const registerSetupRoutes: RegisterRoutes = (app, { intake }) => {
	app.route({
		method: "GET",
		url: "/api/setup",
		config: { summary: "What the desk was started with, and what fills it now." },
		schema: { response: { 200: setupSchema } },
		handler: () => readSetup(intake),
	});
	app.route({
		method: "POST",
		url: "/api/setup",
		config: { needs: "setup.run", summary: "Starts the desk with a sample, or empty: once." },
		schema: { body: setupChoiceSchema, response: { 200: setupSchema } },
		handler: async ({ body }) => {
			const chosen =
				body.choice === "sample"
					? await intake.setup.chooseSample(body.tickets)
					: await intake.setup.chooseEmpty();
			if (!chosen.ok) throw new ApiFailure(409, chosen.error.code, chosen.error.message);
			return readSetup(intake);
		},
	});
};

async function readSetup({ setup, imports }: ApiContext["intake"]) {
	return { ...(await setup.read()), importId: imports.lastStartedId };
}
