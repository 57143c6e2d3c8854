import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ownAccountSchema, passwordChangeSchema } from "../../../../shared/api/accounts.ts";
import { idSchema } from "../../../../shared/api/common.ts";
import { personSchema } from "../../../../shared/api/directory.ts";
import { delegationInputSchema } from "../../../../shared/api/people.ts";
import { findAccount } from "../../people/accounts.ts";
import { choosePassword } from "../../people/change-accounts.ts";
import { changeDelegation } from "../../people/change-people.ts";
import { endSessionsByPerson } from "../../people/end-sessions.ts";
import { listSessions } from "../../people/sessions.ts";
import { actOf, failPeople } from "../act-of.ts";
import type { ApiContext, RegisterRoutes } from "../api.ts";
import type { NewcomerIdentity, PersonIdentity } from "../auth/identity.ts";
import { ApiFailure, notFound } from "../failure.ts";

const sessionParamsSchema = z.strictObject({ id: idSchema });

/** What everybody may do with their own account, whatever their roles. */
export const registerOwnAccountRoutes: RegisterRoutes = (app, context) => {
	const { store, access, now } = context;
	app.route({
		method: "GET",
		url: "/api/account",
		config: { needs: "person", summary: "One’s own account, and where one is signed in." },
		schema: { response: { 200: ownAccountSchema } },
		handler: async (request) => {
			const { person, sessionId } = ownerOf(request);
			if (access.mode !== "password") return { account: null, sessions: [] };
			const sessions = await listSessions(store, person.id, { now: now(), ownId: sessionId });
			return { account: await findAccount(store.reader, person.id), sessions: [...sessions] };
		},
	});
	app.route({
		method: "POST",
		url: "/api/account/password",
		config: { needs: "person", summary: "Sets one’s own password; one’s other sign-ins end." },
		schema: { body: passwordChangeSchema, response: { 200: ownAccountSchema } },
		handler: async (request, reply) => {
			const owner = ownerOf(request);
			const { currentPassword, newPassword } = request.body;
			await requireProof(context, { request, reply, owner, currentPassword });
			const choice = { newPassword, keptSessionId: owner.sessionId, now: now() };
			const chosen = await choosePassword(store, owner.person.id, choice);
			if (!chosen.ok) throw failPeople(chosen.error);
			const sessions = await listSessions(store, owner.person.id, { now: now(), ownId: owner.sessionId });
			return { account: chosen.value, sessions: [...sessions] };
		},
	});
	app.route({
		method: "PUT",
		url: "/api/account/delegation",
		config: { needs: "approval.decide", summary: "Says who decides for oneself, and when." },
		schema: { body: delegationInputSchema, response: { 200: personSchema } },
		handler: async (request) => {
			const act = actOf(request, now());
			const changed = await changeDelegation(store, act.actorId, { ...request.body, act });
			if (!changed.ok) throw failPeople(changed.error);
			return changed.value;
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/account/sessions/:id",
		config: { needs: "person", summary: "Ends one of one’s own sign-ins." },
		schema: { params: sessionParamsSchema, response: { 204: z.null() } },
		handler: async (request, reply) => {
			const act = actOf(request, now());
			const count = await endSessionsByPerson(store, act.actorId, { act, only: request.params.id });
			if (count === 0) throw notFound("You are not signed in there any more.");
			return reply.code(204).send(null);
		},
	});
	app.route({
		method: "DELETE",
		url: "/api/account/sessions",
		config: { needs: "person", summary: "Ends all of one’s sign-ins but this one." },
		schema: { response: { 204: z.null() } },
		handler: async (request, reply) => {
			const act = actOf(request, now());
			await endSessionsByPerson(store, act.actorId, { act, except: ownerOf(request).sessionId });
			return reply.code(204).send(null);
		},
	});
};

function ownerOf({ identity }: FastifyRequest): PersonIdentity | NewcomerIdentity {
	if (!identity || identity.kind === "device")
		throw new ApiFailure(403, "forbidden", "Only people have an account.");
	return identity;
}

interface Proof {
	readonly request: FastifyRequest;
	readonly reply: FastifyReply;
	readonly owner: PersonIdentity | NewcomerIdentity;
	readonly currentPassword: string | undefined;
}

/** Who has just come in by a one-time password has proved it; everybody else shows that it is still them. */
async function requireProof(
	{ store, access }: ApiContext,
	{ request, reply, owner, currentPassword }: Proof,
): Promise<void> {
	if (owner.kind === "newcomer") return;
	const account = await findAccount(store.reader, owner.person.id);
	if (!account || access.mode !== "password") throw notFound("You have no account at this desk.");
	const given = { name: account.name, password: currentPassword ?? "" };
	if (await access.confirm(request, reply, given)) return;
	throw new ApiFailure(400, "password_wrong", "This is not your password.", "currentPassword");
}
