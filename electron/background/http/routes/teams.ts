import { z } from "zod";
import { idSchema } from "../../../../shared/api/common.ts";
import { personSchema, teamSchema } from "../../../../shared/api/directory.ts";
import { teamInputSchema, teamListSchema, teamPatchSchema } from "../../../../shared/api/people.ts";
import { changeMembership } from "../../people/change-people.ts";
import { changeTeam, createTeam } from "../../people/change-teams.ts";
import { listTeams } from "../../people/directory.ts";
import { actOf, failPeople } from "../act-of.ts";
import type { RegisterRoutes } from "../api.ts";

const teamParamsSchema = z.strictObject({ id: idSchema });
const memberParamsSchema = z.strictObject({ id: idSchema, personId: idSchema });

export const registerTeamRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/teams",
		config: { needs: "desk.read", summary: "All teams, also those that take no more tickets." },
		schema: { response: { 200: teamListSchema } },
		handler: async () => ({ teams: await listTeams(store.reader) }),
	});
	app.route({
		method: "POST",
		url: "/api/teams",
		config: { needs: "people.manage", summary: "Adds a team." },
		schema: { body: teamInputSchema, response: { 201: teamSchema } },
		handler: async (request, reply) => {
			const created = await createTeam(store, request.body.name, actOf(request, now()));
			if (!created.ok) throw failPeople(created.error);
			return reply.code(201).send(created.value);
		},
	});
	app.route({
		method: "PATCH",
		url: "/api/teams/:id",
		config: { needs: "people.manage", summary: "Renames a team or deactivates it; its tickets stay." },
		schema: { params: teamParamsSchema, body: teamPatchSchema, response: { 200: teamSchema } },
		handler: async (request) => {
			const by = { patch: request.body, act: actOf(request, now()) };
			const changed = await changeTeam(store, request.params.id, by);
			if (!changed.ok) throw failPeople(changed.error);
			return changed.value;
		},
	});
	for (const method of ["PUT", "DELETE"] as const) {
		app.route({
			method,
			url: "/api/teams/:id/members/:personId",
			config: {
				needs: "people.manage",
				summary: method === "PUT" ? "Takes a person into a team." : "Takes a person out of a team.",
			},
			schema: { params: memberParamsSchema, response: { 200: personSchema } },
			handler: async (request) => {
				const { id: teamId, personId } = request.params;
				const by = { teamId, isMember: method === "PUT", act: actOf(request, now()) };
				const changed = await changeMembership(store, personId, by);
				if (!changed.ok) throw failPeople(changed.error);
				return changed.value;
			},
		});
	}
};
