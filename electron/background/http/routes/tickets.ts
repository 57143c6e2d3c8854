import { z } from "zod";
import {
	historiesQuerySchema,
	historiesSchema,
	ticketDetailSchema,
	ticketPageSchema,
	ticketQuerySchema,
} from "../../../../shared/api/tickets.ts";
import { listTickets } from "../../desk/list-tickets.ts";
import { readHistories, readTicketDetail } from "../../desk/ticket-detail.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith, notFound } from "../failure.ts";

const ticketParamsSchema = z.strictObject({ key: z.string().min(1).max(64) });

export const registerTicketRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/tickets",
		config: { needs: "desk.read", summary: "Tickets by filter, a page in order, and how many there are." },
		schema: { querystring: ticketQuerySchema, response: { 200: ticketPageSchema } },
		handler: async (request) => {
			const page = await listTickets(store.reader, request.query);
			if (!page.ok) throw failWith(400, page.error);
			return page.value;
		},
	});
	app.route({
		method: "GET",
		url: "/api/tickets/:key",
		config: { needs: "desk.read", summary: "One ticket by id or number, with history and clocks." },
		schema: { params: ticketParamsSchema, response: { 200: ticketDetailSchema } },
		handler: async (request) => {
			const detail = await readTicketDetail(store, request.params.key, now());
			if (!detail) throw notFound(`There is no ticket ${request.params.key}.`);
			return detail;
		},
	});
	app.route({
		method: "GET",
		url: "/api/histories",
		config: { needs: "desk.read", summary: "Histories of many tickets." },
		schema: { querystring: historiesQuerySchema, response: { 200: historiesSchema } },
		handler: (request) => readHistories(store, request.query.ticketIds.split(",")),
	});
};
