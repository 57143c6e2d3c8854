import { z } from "zod";
import { ruleListSchema, rulePatchSchema, ruleSchema } from "../../../../shared/api/alerts.ts";
import { idSchema } from "../../../../shared/api/common.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith } from "../failure.ts";

const ruleParamsSchema = z.strictObject({ id: idSchema });

export const registerRuleRoutes: RegisterRoutes = (app, { alerts }) => {
	app.route({
		method: "GET",
		url: "/api/rules",
		config: { needs: "desk.read", summary: "The rules of the way from alert to incident." },
		schema: { response: { 200: ruleListSchema } },
		handler: async () => ({ rules: [...(await alerts.rules.all())] }),
	});
	app.route({
		method: "PATCH",
		url: "/api/rules/:id",
		config: { needs: "rule.edit", summary: "Switches a rule or sets its time; it counts at once." },
		schema: { params: ruleParamsSchema, body: rulePatchSchema, response: { 200: ruleSchema } },
		handler: async (request) => {
			const patched = await alerts.patchRule(request.params.id, request.body);
			if (!patched.ok) throw failWith(404, patched.error);
			return patched.value;
		},
	});
};
