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
import { keepVisible } from "../../desk/visible.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith, notFound } from "../failure.ts";
import { viewerAsking } from "../viewer-asking.ts";

const ticketParamsSchema = z.strictObject({ key: z.string().min(1).max(64) });

export const registerTicketRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/tickets",
		config: { needs: "desk.read", summary: "Tickets by filter, a page in order, and how many there are." },
		schema: { querystring: ticketQuerySchema, response: { 200: ticketPageSchema } },
		handler: async (request) => {
			const page = await listTickets(store.reader, request.query, viewerAsking(request));
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
			const seen = detail && (await keepVisible(store.reader, [detail.ticket.id], viewerAsking(request)));
			if (!detail || seen?.length !== 1) throw notFound(`There is no ticket ${request.params.key}.`);
			return detail;
		},
	});
	app.route({
		method: "GET",
		url: "/api/histories",
		config: { needs: "desk.read", summary: "Histories of many tickets." },
		schema: { querystring: historiesQuerySchema, response: { 200: historiesSchema } },
		handler: async (request) => {
			const ids = request.query.ticketIds.split(",");
			return readHistories(store, await keepVisible(store.reader, ids, viewerAsking(request)));
		},
	});
};
