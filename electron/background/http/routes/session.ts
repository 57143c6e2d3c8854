import { z } from "zod";
import {
	actAsSchema,
	deviceSignInSchema,
	type Session,
	sessionSchema,
	signInSchema,
} from "../../../../shared/api/desk.ts";
import { SETTING } from "../../store/settings.ts";
import type { ApiContext, RegisterRoutes } from "../api.ts";
import { feedOwner } from "../auth/feed-owner.ts";
import type { Identity } from "../auth/identity.ts";

/** By address, so that a flood of tries keeps the desk from no other work; guessing is slowed by itself. */
const SIGN_IN_LIMIT = { max: 60, timeWindow: 60_000 } as const;
const DEVICE_LIMIT = { max: 10, timeWindow: 60_000 } as const;

export const registerSessionRoutes: RegisterRoutes = (app, context) => {
	const { access, feeds } = context;
	app.route({
		method: "GET",
		url: "/api/session",
		config: { needs: "nothing", summary: "Who is asking." },
		schema: { response: { 200: sessionSchema } },
		handler: async (request) => {
			const ended = request.identity ? undefined : await access.ended(request);
			const session = await describeSession(context, request.identity);
			return ended ? { ...session, ended } : session;
		},
	});
	app.route({
		method: "POST",
		url: "/api/session",
		config: { needs: "nothing", summary: "Signs a person in.", rateLimit: SIGN_IN_LIMIT },
		schema: { body: signInSchema, response: { 200: sessionSchema } },
		handler: async (request, reply) => {
			return describeSession(context, await access.signIn(request, reply, request.body));
		},
	});
	app.route({
		method: "POST",
		url: "/api/session/device",
		config: { needs: "nothing", summary: "Signs a wall in by its token.", rateLimit: DEVICE_LIMIT },
		schema: { body: deviceSignInSchema, response: { 200: sessionSchema } },
		handler: async (request, reply) =>
			describeSession(context, await access.signInDevice(request, reply, request.body.token)),
	});
	app.route({
		method: "POST",
		url: "/api/session/act-as",
		config: { needs: "desk.read", summary: "Works on as another person, at a desk without sign-in." },
		schema: { body: actAsSchema, response: { 200: sessionSchema } },
		handler: async (request, reply) =>
			describeSession(context, await access.actAs(request, reply, request.body.personId)),
	});
	app.route({
		method: "DELETE",
		url: "/api/session",
		config: { needs: "nothing", summary: "Signs out." },
		schema: { response: { 204: z.null() } },
		handler: async (request, reply) => {
			await access.signOut(request, reply);
			if (request.identity) feeds.end(feedOwner(request.identity));
			return reply.code(204).send(null);
		},
	});
};

async function describeSession(context: ApiContext, identity: Identity | null): Promise<Session> {
	const { store, access, attachments, now } = context;
	const isDevice = identity?.kind === "device";
	const modeOfPerson = access.mode === "password" ? "password" : "open";
	return {
		...(identity?.kind === "newcomer" ? { mustChangePassword: true as const } : {}),
		mode: isDevice ? "device" : modeOfPerson,
		person: identity?.kind === "person" ? identity.person : null,
		roles: [...(identity?.roles ?? [])],
		deskName: (await store.readSetting<string>(SETTING.deskName)) ?? "Service desk",
		zone: (await store.readSetting<string>(SETTING.zone)) ?? "UTC",
		epoch: store.epoch,
		serverTime: now(),
		attachmentBytes: await attachments.maxBytes(),
	};
}
