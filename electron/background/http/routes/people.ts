import { z } from "zod";
import { idSchema } from "../../../../shared/api/common.ts";
import { personSchema, scopeSchema } from "../../../../shared/api/directory.ts";
import {
	delegationInputSchema,
	peoplePageSchema,
	peopleQuerySchema,
	personInputSchema,
	personPatchSchema,
	personRoleSchema,
} from "../../../../shared/api/people.ts";
import {
	changeDelegation,
	changePerson,
	changeRole,
	changeScope,
	createPerson,
} from "../../people/change-people.ts";
import { listPeople } from "../../people/directory.ts";
import { findPerson } from "../../store/people.ts";
import { actOf, failPeople } from "../act-of.ts";
import type { RegisterRoutes } from "../api.ts";
import { notFound } from "../failure.ts";

const personParamsSchema = z.strictObject({ id: idSchema });
const roleParamsSchema = z.strictObject({ id: idSchema, role: personRoleSchema });

export const registerPeopleRoutes: RegisterRoutes = (app, { store, access, now }) => {
	app.route({
		method: "GET",
		url: "/api/people",
		config: { needs: "desk.read", summary: "People by words, role or team, a page in order of their names." },
		schema: { querystring: peopleQuerySchema, response: { 200: peoplePageSchema } },
		handler: (request) => listPeople(store.reader, request.query),
	});
	app.route({
		method: "GET",
		url: "/api/people/:id",
		config: { needs: "desk.read", summary: "One person." },
		schema: { params: personParamsSchema, response: { 200: personSchema } },
		handler: async (request) => {
			const person = await findPerson(store.reader, request.params.id);
			if (!person) throw notFound("There is no such person at this desk.");
			return person;
		},
	});
	app.route({
		method: "POST",
		url: "/api/people",
		config: { needs: "people.manage", summary: "Adds a person with roles and teams." },
		schema: { body: personInputSchema, response: { 201: personSchema } },
		handler: async (request, reply) => {
			const created = await createPerson(store, request.body, actOf(request, now()));
			if (!created.ok) throw failPeople(created.error);
			return reply.code(201).send(created.value);
		},
	});
	app.route({
		method: "PATCH",
		url: "/api/people/:id",
		config: { needs: "people.manage", summary: "Changes what is known of a person, or deactivates them." },
		schema: { params: personParamsSchema, body: personPatchSchema, response: { 200: personSchema } },
		handler: async (request) => {
			const by = { patch: request.body, act: actOf(request, now()) };
			const changed = await changePerson(store, request.params.id, by);
			if (!changed.ok) throw failPeople(changed.error);
			return changed.value;
		},
	});
	app.route({
		method: "PUT",
		url: "/api/people/:id/scope",
		config: { needs: "people.manage", summary: "Says which tickets a person works with." },
		schema: { params: personParamsSchema, body: scopeSchema, response: { 200: personSchema } },
		handler: async (request) => {
			const by = { scope: request.body, act: actOf(request, now()) };
			const changed = await changeScope(store, request.params.id, by);
			if (!changed.ok) throw failPeople(changed.error);
			return changed.value;
		},
	});
	app.route({
		method: "PUT",
		url: "/api/people/:id/delegation",
		config: { needs: "people.manage", summary: "Says who decides for a person, and when." },
		schema: {
			params: personParamsSchema,
			body: delegationInputSchema,
			response: { 200: personSchema },
		},
		handler: async (request) => {
			const by = { ...request.body, act: actOf(request, now()) };
			const changed = await changeDelegation(store, request.params.id, by);
			if (!changed.ok) throw failPeople(changed.error);
			return changed.value;
		},
	});
	for (const method of ["PUT", "DELETE"] as const) {
		app.route({
			method,
			url: "/api/people/:id/roles/:role",
			config: {
				needs: "people.manage",
				summary: method === "PUT" ? "Gives a person a role." : "Takes a role away, at once.",
			},
			schema: { params: roleParamsSchema, response: { 200: personSchema } },
			handler: async (request) => {
				const { id, role } = request.params;
				const changed = await changeRole(store, id, {
					role,
					isGiven: method === "PUT",
					// Nobody proves who they are at an open desk, so there is nothing to prove again.
					endsSessions: access.mode === "password",
					act: actOf(request, now()),
				});
				if (!changed.ok) throw failPeople(changed.error);
				return changed.value;
			},
		});
	}
};
