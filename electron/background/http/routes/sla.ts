import { z } from "zod";
import { idSchema } from "../../../../shared/api/common.ts";
import {
	calendarEditSchema,
	calendarInputSchema,
	calendarRecordSchema,
	definitionsSchema,
	policyEditSchema,
	policyInputSchema,
	policyRecordSchema,
	recalculationAnswerSchema,
	recalculationInputSchema,
	recalculationPreviewSchema,
	recalculationStepSchema,
} from "../../../../shared/api/sla.ts";
import type { Refusal, Result } from "../../../../shared/result.ts";
import { readDefinitions } from "../../desk/sla/definitions.ts";
import {
	addCalendar,
	addPolicy,
	type Editor,
	editCalendar,
	editPolicy,
} from "../../desk/sla/edit-definitions.ts";
import { previewRecalculation, recalculate } from "../../desk/sla/recalculate.ts";
import type { ApiContext, RegisterRoutes } from "../api.ts";
import type { Identity } from "../auth/identity.ts";
import { type FailureStatus, failWith } from "../failure.ts";

const paramsSchema = z.strictObject({ id: idSchema });

export const registerSlaRoutes: RegisterRoutes = (app, context) => {
	const { store } = context;
	app.route({
		method: "GET",
		url: "/api/sla",
		config: { needs: "desk.read", summary: "Calendars and policies, with all their versions." },
		schema: { response: { 200: definitionsSchema } },
		handler: async () => {
			const { calendars, policies } = await readDefinitions(store.reader);
			return { calendars: [...calendars], policies: [...policies] };
		},
	});
	app.route({
		method: "POST",
		url: "/api/sla/calendars",
		config: { needs: "sla.edit", summary: "Begins a calendar." },
		schema: { body: calendarInputSchema, response: { 201: calendarRecordSchema } },
		handler: async (request, reply) => {
			const made = await addCalendar(request.body.calendar, editorOf(context, request.identity));
			return reply.code(201).send(answered(made));
		},
	});
	app.route({
		method: "POST",
		url: "/api/sla/calendars/:id/versions",
		config: { needs: "sla.edit", summary: "Another version of a calendar, from its date on." },
		schema: { params: paramsSchema, body: calendarEditSchema, response: { 200: calendarRecordSchema } },
		handler: async ({ params, body, identity }) =>
			answered(await editCalendar(params.id, body, editorOf(context, identity))),
	});
	app.route({
		method: "POST",
		url: "/api/sla/policies",
		config: { needs: "sla.edit", summary: "Begins a policy, from its date on." },
		schema: { body: policyInputSchema, response: { 201: policyRecordSchema } },
		handler: async (request, reply) => {
			const made = await addPolicy(request.body, editorOf(context, request.identity));
			return reply.code(201).send(answered(made));
		},
	});
	app.route({
		method: "POST",
		url: "/api/sla/policies/:id/versions",
		config: { needs: "sla.edit", summary: "Another version of a policy, from its date on." },
		schema: { params: paramsSchema, body: policyEditSchema, response: { 200: policyRecordSchema } },
		handler: async ({ params, body, identity }) =>
			answered(await editPolicy(params.id, body, editorOf(context, identity))),
	});
	app.route({
		method: "POST",
		url: "/api/sla/recalculations/preview",
		config: { needs: "sla.edit", summary: "How many clocks counting anew would change; nothing is done." },
		schema: { body: recalculationStepSchema, response: { 200: recalculationPreviewSchema } },
		handler: async ({ body, identity }) =>
			answered(await previewRecalculation(body, editorOf(context, identity))),
	});
	app.route({
		method: "POST",
		url: "/api/sla/recalculations",
		config: {
			needs: "sla.edit",
			summary: "Counts clocks anew for the past, completed ones too, by the version that applies now.",
		},
		schema: { body: recalculationInputSchema, response: { 201: recalculationAnswerSchema } },
		handler: async ({ body, identity }, reply) => {
			const { effects, policies } = answered(await recalculate(body, editorOf(context, identity)));
			return reply.code(201).send({ effects: [...effects], policies: [...policies] });
		},
	});
};

function editorOf({ store, now }: ApiContext, identity: Identity | null): Editor {
	return { store, personId: identity?.kind === "person" ? identity.person.id : null, now: now() };
}

const STATUS: Readonly<Record<string, FailureStatus>> = { not_found: 404, edited_meanwhile: 409 };

function answered<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw refused(result.error);
}

/** What the body says is well-formed but makes no sense. */
function refused(refusal: Refusal): Error {
	return failWith(STATUS[refusal.code] ?? 422, refusal);
}
