import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { uuidSchema } from "../../../../shared/api/common.ts";
import {
	attachMailSchema,
	mailAnswerSchema,
	mailMarksSchema,
	mailQueueQuerySchema,
	mailQueueSchema,
	mailSettingsInputSchema,
	mailTestSchema,
	openFromMailSchema,
	placedMailSchema,
} from "../../../../shared/api/mail.ts";
import type { Result } from "../../../../shared/result.ts";
import { findTicketByKey } from "../../desk/find-ticket.ts";
import { keepVisible } from "../../desk/visible.ts";
import { findMailMarks } from "../../mail/mail-marks.ts";
import type { Store } from "../../store/store.ts";
import { actOf } from "../act-of.ts";
import type { ApiContext, RegisterRoutes } from "../api.ts";
import { type FailureStatus, failWith, notFound } from "../failure.ts";
import { viewerAsking } from "../viewer-asking.ts";

const paramsSchema = z.strictObject({ id: uuidSchema });
const ticketParamsSchema = z.strictObject({ key: z.string().min(1).max(64) });

export const registerMailRoutes: RegisterRoutes = (app, context) => {
	const { mail, store, now } = context;
	app.route({
		method: "GET",
		url: "/api/mail",
		config: { needs: "mail.manage", summary: "The desk’s mailbox, without passwords, and how it stands." },
		schema: { response: { 200: mailAnswerSchema } },
		handler: () => mail.answer(),
	});
	app.route({
		method: "PUT",
		url: "/api/mail",
		config: { needs: "mail.manage", summary: "Sets the desk’s mailbox." },
		schema: { body: mailSettingsInputSchema, response: { 200: mailAnswerSchema } },
		handler: async (request) => valueOrFail(await mail.save(request.body, actOf(request, now()))),
	});
	app.route({
		method: "POST",
		url: "/api/mail/test",
		config: { needs: "mail.manage", summary: "Tries a mailbox and answers what was said; nothing is kept." },
		schema: { body: mailSettingsInputSchema, response: { 200: mailTestSchema } },
		handler: async ({ body }) => valueOrFail(await mail.test(body)),
	});
	app.route({
		method: "GET",
		url: "/api/tickets/:key/mail",
		config: { needs: "desk.read", summary: "What of a ticket’s history went or came by mail." },
		schema: { params: ticketParamsSchema, response: { 200: mailMarksSchema } },
		handler: async (request) => {
			const ticketId = await findVisible(store, request, request.params.key);
			return { marks: await findMailMarks(store.reader, ticketId) };
		},
	});
	registerQueueRoutes(app, context);
};

const registerQueueRoutes = (app: Parameters<RegisterRoutes>[0], { mail, store, now }: ApiContext): void => {
	app.route({
		method: "GET",
		url: "/api/mail/queue",
		config: { needs: "ticket.edit", summary: "Messages that no rule could place." },
		schema: { querystring: mailQueueQuerySchema, response: { 200: mailQueueSchema } },
		handler: ({ query }) => mail.queue.list(query.state ?? "unmatched"),
	});
	app.route({
		method: "POST",
		url: "/api/mail/queue/:id/attach",
		config: { needs: "ticket.edit", summary: "Puts a message on a ticket." },
		schema: { params: paramsSchema, body: attachMailSchema, response: { 200: placedMailSchema } },
		handler: async (request) => {
			const { ticket, as } = request.body;
			const ticketId = await findVisible(store, request, ticket);
			const { actorId: agentId } = actOf(request, now());
			return valueOrFail(await mail.queue.attach(request.params.id, { ticketId, as, agentId }));
		},
	});
	app.route({
		method: "POST",
		url: "/api/mail/queue/:id/open",
		config: { needs: "ticket.edit", summary: "Opens an incident from a message." },
		schema: { params: paramsSchema, body: openFromMailSchema, response: { 200: placedMailSchema } },
		handler: async (request) => {
			const { actorId: agentId } = actOf(request, now());
			const { callerId } = request.body;
			return valueOrFail(await mail.queue.open(request.params.id, { callerId, agentId }));
		},
	});
	for (const [name, to] of [
		["discard", "discarded"],
		["restore", "unmatched"],
	] as const) {
		app.route({
			method: "POST",
			url: `/api/mail/queue/:id/${name}`,
			config: {
				needs: "ticket.edit",
				summary: name === "discard" ? "Puts a message aside." : "Puts a discarded message back.",
			},
			schema: { params: paramsSchema, response: { 204: z.null() } },
			handler: async (request, reply) => {
				valueOrFail(await mail.queue.move(request.params.id, to));
				return reply.code(204).send(null);
			},
		});
	}
};

/** A ticket in the scope of who asks. */
async function findVisible(store: Store, request: FastifyRequest, key: string): Promise<string> {
	const ticket = await findTicketByKey(store.reader, key);
	const seen = ticket ? await keepVisible(store.reader, [ticket.id], viewerAsking(request)) : [];
	if (!ticket || seen.length === 0) throw notFound(`There is no ticket ${key}.`);
	return ticket.id;
}

const STATUS: Readonly<Record<string, FailureStatus>> = { not_waiting: 409, conflict: 409 };

function valueOrFail<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 422, result.error);
}
