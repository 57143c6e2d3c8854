import { z } from "zod";
import { idSchema } from "../../../../shared/api/common.ts";
import {
	offerEditSchema,
	offerInputSchema,
	offerListSchema,
	offerSchema,
} from "../../../../shared/request/offer.ts";
import type { Result } from "../../../../shared/result.ts";
import { addOffer, editOffer, listOffers } from "../../desk/requests/offers.ts";
import type { RegisterRoutes } from "../api.ts";
import { type FailureStatus, failWith } from "../failure.ts";

const paramsSchema = z.strictObject({ id: idSchema });

export const registerOfferRoutes: RegisterRoutes = (app, { store }) => {
	app.route({
		method: "GET",
		url: "/api/offers",
		config: { needs: "desk.read", summary: "What can be requested, or could be." },
		schema: { response: { 200: offerListSchema } },
		handler: async () => ({ offers: [...(await listOffers(store.reader))] }),
	});
	app.route({
		method: "POST",
		url: "/api/offers",
		config: { needs: "catalogue.edit", summary: "Adds something that can be requested." },
		schema: { body: offerInputSchema, response: { 201: offerSchema } },
		handler: async (request, reply) => reply.code(201).send(answered(await addOffer(store, request.body))),
	});
	app.route({
		method: "PUT",
		url: "/api/offers/:id",
		config: { needs: "catalogue.edit", summary: "Another version of an offer, from now on." },
		schema: { params: paramsSchema, body: offerEditSchema, response: { 200: offerSchema } },
		handler: async ({ params, body }) => answered(await editOffer(store, params.id, body)),
	});
};

const STATUS: Readonly<Record<string, FailureStatus>> = { not_found: 404, edited_meanwhile: 409 };

function answered<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 422, result.error);
}
