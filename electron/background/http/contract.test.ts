import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { changePageSchema } from "../../../shared/api/changes.ts";
import { apiErrorSchema } from "../../../shared/api/common.ts";
import { deviceCreatedSchema, healthSchema, sessionSchema } from "../../../shared/api/desk.ts";
import { intentAnswerSchema } from "../../../shared/api/intents.ts";
import {
	historiesSchema,
	type TicketDetail,
	ticketDetailSchema,
	ticketPageSchema,
} from "../../../shared/api/tickets.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeRandomId } from "../store/crypto.ts";

let desk: TestDesk;

beforeAll(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
	const closing = { state: 6, closeCode: "Known error", closeNotes: "known" };
	await desk.send(
		opening({ set: { shortDescription: "VPN", callerId: "ada", ...closing } }),
		opening({ note: { kind: "workNote", text: "Called twice." } }),
	);
	await desk.send(changing(await desk.readTicket("inc2"), { teamId: "network", impact: 1, urgency: 1 }));
});
afterAll(() => desk.close());

/** The answer as the schema that consoles read it by. */
async function read<Schema extends z.ZodType>(
	schema: Schema,
	path: string,
	body?: unknown,
): Promise<z.infer<Schema>> {
	const answer = await desk.ask(path, body === undefined ? {} : { body });
	return schema.parse(answer.body);
}

/** What everybody may ask of a clock. */
const CLOCK_FACTS = [
	"policyId",
	"policyVersion",
	"targetMs",
	"stage",
	"startedAt",
	"dueAt",
	"stoppedAt",
	"elapsedMs",
	"pausedMs",
	"percent",
	"isBreached",
] as const;

describe("real answers fit the shared schemas", () => {
	it("of health, session and devices", async () => {
		await read(healthSchema, "/api/health");
		await read(sessionSchema, "/api/session");
		await read(deviceCreatedSchema, "/api/devices", { name: "NOC" });
	});

	it("of tickets, one and many, with their histories and clocks", async () => {
		expect((await read(ticketPageSchema, "/api/tickets")).total).toBe(2);
		const detail: TicketDetail = await read(ticketDetailSchema, "/api/tickets/inc2");
		const present = detail.clocks.filter(({ replacedAt }) => replacedAt === null);
		expect(present.map(({ policyId, stage, policyVersion }) => [policyId, stage, policyVersion])).toEqual([
			["ola-resolution", "in-progress", 1],
			["sla-resolution", "in-progress", 1],
			["sla-response", "in-progress", 1],
		]);
		for (const clock of present) {
			expect(Object.keys(clock)).toEqual(expect.arrayContaining([...CLOCK_FACTS]));
			expect(clock.percent).toBeCloseTo((clock.elapsedMs / clock.targetMs) * 100, 9);
		}
		expect(detail.seq).toBe(desk.background.store.head());
		const { histories } = await read(historiesSchema, `/api/histories?ticketIds=${detail.ticket.id},unknown`);
		expect(histories).toEqual([{ ticketId: detail.ticket.id, history: detail.history, alertIds: [] }]);
	});

	it("of changes", async () => {
		const page = await read(changePageSchema, "/api/changes?since=0");
		expect(new Set(page.changes.map((change) => change.kind))).toEqual(
			new Set(["ticket", "person", "team", "calendar", "policy", "changeSettings", "setting"]),
		);
	});

	it("of intents, whatever becomes of them", async () => {
		const seen = await desk.readTicket("inc2");
		const foreign = changing(seen, { category: "a" });
		const stale = changing(seen, { category: "b" });
		const intents = [foreign, foreign, stale, { id: "x" }, changing(seen, { state: 99 })];
		const batch = { deviceId: makeRandomId(), fence: 0, intents };
		const { results } = await read(intentAnswerSchema, "/api/intents", batch);
		expect(results.map((result) => result.status)).toEqual([
			"applied",
			"applied",
			"conflict",
			"rejected",
			"rejected",
		]);
	});

	it("of refusals", async () => {
		await read(apiErrorSchema, "/api/tickets?colour=red");
		await read(apiErrorSchema, "/api/nothing");
	});
});

describe("the description of the API", () => {
	it("names every route with its query, body and answers", async () => {
		const { body } = await desk.ask("/api/openapi.json");
		const { paths } = body as { readonly paths: Record<string, Record<string, unknown>> };
		expect(paths["/api/tickets"]?.get).toMatchObject({
			parameters: expect.arrayContaining([
				expect.objectContaining({ name: "assigneeId", in: "query", required: false }),
			]),
			responses: { 200: { content: { "application/json": { schema: { type: "object" } } } } },
		});
		expect(paths["/api/intents"]?.post).toMatchObject({
			requestBody: {
				content: { "application/json": { schema: { required: ["deviceId", "fence", "intents"] } } },
			},
		});
		expect(paths["/api/tickets/{key}"]?.get).toMatchObject({
			parameters: [{ name: "key", in: "path", required: true }],
		});
		const detail = JSON.stringify(paths["/api/tickets/{key}"]?.get);
		for (const fact of CLOCK_FACTS) expect(detail).toContain(`"${fact}":{`);
		for (const path of [
			"/api/health",
			"/api/changes",
			"/api/feed",
			"/api/checks",
			"/api/alerts",
			"/api/wall",
		]) {
			expect(paths).toHaveProperty([path, "get"]);
		}
		const undescribed = Object.entries(paths).flatMap(([path, methods]) =>
			Object.entries(methods).flatMap(([method, operation]) =>
				(operation as { readonly summary?: string }).summary ? [] : [`${method} ${path}`],
			),
		);
		expect(undescribed).toEqual([]);
	});
});
