import { z } from "zod";
import {
	accountInputSchema,
	accountListSchema,
	accountMadeSchema,
	accountPatchSchema,
	accountSchema,
	signedInListSchema,
	signInPolicySchema,
} from "../../../../shared/api/accounts.ts";
import { idSchema } from "../../../../shared/api/common.ts";
import { listAccounts } from "../../people/accounts.ts";
import { changeAccount, createAccount, resetPassword } from "../../people/change-accounts.ts";
import { endSessionsByPerson } from "../../people/end-sessions.ts";
import { listSessions } from "../../people/sessions.ts";
import { changeSignInPolicy, readSignInPolicy } from "../../people/sign-in-policy.ts";
import { actOf, failPeople } from "../act-of.ts";
import type { RegisterRoutes } from "../api.ts";

const accountParamsSchema = z.strictObject({ personId: idSchema });

export const registerAccountRoutes: RegisterRoutes = (app, { store, access, now }) => {
	app.route({
		method: "GET",
		url: "/api/accounts",
		config: { needs: "people.manage", summary: "Who may sign in, and under which name." },
		schema: { response: { 200: accountListSchema } },
		handler: async () => ({ accounts: await listAccounts(store.reader) }),
	});
	app.route({
		method: "POST",
		url: "/api/accounts",
		config: {
			needs: "people.manage",
			summary: "Lets a person sign in; the one-time password is told this once.",
		},
		schema: { body: accountInputSchema, response: { 201: accountMadeSchema } },
		handler: async (request, reply) => {
			const created = await createAccount(store, { ...request.body, act: actOf(request, now()) });
			if (!created.ok) throw failPeople(created.error);
			return reply.code(201).send(created.value);
		},
	});
	app.route({
		method: "PATCH",
		url: "/api/accounts/:personId",
		config: { needs: "people.manage", summary: "Renames an account, or shuts it and opens it again." },
		schema: { params: accountParamsSchema, body: accountPatchSchema, response: { 200: accountSchema } },
		handler: async (request) => {
			const by = { patch: request.body, act: actOf(request, now()) };
			const changed = await changeAccount(store, request.params.personId, by);
			if (!changed.ok) throw failPeople(changed.error);
			return changed.value;
		},
	});
	app.route({
		method: "POST",
		url: "/api/accounts/:personId/reset",
		config: { needs: "people.manage", summary: "Gives a new one-time password and signs the person out." },
		schema: { params: accountParamsSchema, response: { 200: accountMadeSchema } },
		handler: async (request) => {
			const by = { act: actOf(request, now()), isOpen: access.mode !== "password" };
			const reset = await resetPassword(store, request.params.personId, by);
			if (!reset.ok) throw failPeople(reset.error);
			return reset.value;
		},
	});
	app.route({
		method: "GET",
		url: "/api/accounts/:personId/sessions",
		config: { needs: "people.manage", summary: "Where a person is signed in." },
		schema: { params: accountParamsSchema, response: { 200: signedInListSchema } },
		handler: async (request) => {
			const ownId = request.identity?.kind === "person" ? request.identity.sessionId : null;
			const sessions = await listSessions(store, request.params.personId, { now: now(), ownId });
			return { sessions: [...sessions] };
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/accounts/:personId/sessions",
		config: { needs: "people.manage", summary: "Signs a person out everywhere." },
		schema: { params: accountParamsSchema, response: { 204: z.null() } },
		handler: async (request, reply) => {
			await endSessionsByPerson(store, request.params.personId, { act: actOf(request, now()) });
			return reply.code(204).send(null);
		},
	});
	app.route({
		method: "GET",
		url: "/api/sign-in-policy",
		config: { needs: "people.manage", summary: "When a sign-in ends by itself." },
		schema: { response: { 200: signInPolicySchema } },
		handler: () => readSignInPolicy(store.reader),
	});
	app.route({
		method: "PUT",
		url: "/api/sign-in-policy",
		config: {
			needs: "people.manage",
			summary: "Sets when a sign-in ends, for those signed in already as well.",
		},
		schema: { body: signInPolicySchema, response: { 200: signInPolicySchema } },
		handler: (request) => changeSignInPolicy(store, request.body, actOf(request, now())),
	});
};
