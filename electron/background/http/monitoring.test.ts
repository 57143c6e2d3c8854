import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { alertListSchema, alertSchema, ruleListSchema, ruleSchema } from "../../../shared/api/alerts.ts";
import { changePageSchema } from "../../../shared/api/changes.ts";
import {
	type Check,
	checkDetailSchema,
	checkListSchema,
	checkResultSchema,
	checkSchema,
} from "../../../shared/api/checks.ts";
import { wallSchema } from "../../../shared/api/wall.ts";
import { addStaff, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
let endpoint: Server;
let url: string;

beforeAll(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
	endpoint = createServer((request, response) => {
		response.statusCode = request.url === "/broken" ? 500 : 200;
		response.end("well");
	});
	endpoint.listen(0, "127.0.0.1");
	await once(endpoint, "listening");
	url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
});
afterAll(async () => {
	await desk.close();
	endpoint.closeAllConnections();
	endpoint.close();
});

/** The answer as the schema that consoles read it by. */
async function read<Schema extends z.ZodType>(
	schema: Schema,
	path: string,
	init: { readonly method?: string; readonly body?: unknown } = {},
): Promise<z.infer<Schema>> {
	return schema.parse((await desk.ask(path, init)).body);
}

const makeCheck = (more: object = {}): Promise<Check> =>
	read(checkSchema, "/api/checks", {
		body: {
			name: "Front",
			target: { type: "http", url },
			intervalMs: 1_000,
			retries: 0,
			teamId: "network",
			...more,
		},
	});

/** Asks until the check is in that state. */
async function untilState(check: Check, state: Check["state"]): Promise<Check> {
	for (let tries = 0; tries < 200; tries += 1) {
		const { checks } = await read(checkListSchema, "/api/checks");
		const now = checks.find(({ id }) => id === check.id);
		if (now?.state === state) return now;
		await sleep(20);
	}
	throw new Error(`the check was never ${state}`);
}

describe("the endpoints of monitoring", () => {
	it("add a check, run it, and show its results and figures", async () => {
		const check = await makeCheck();
		expect(check).toMatchObject({ state: "unknown", stateSince: null, revision: 1, timeoutMs: 5_000 });
		await untilState(check, "up");
		const detail = await read(checkDetailSchema, `/api/checks/${check.id}`);
		expect(detail.results.length).toBeGreaterThan(0);
		expect(detail.figures).toMatchObject({ uptime: 1, softState: "up", isSoft: false });
		expect(detail.figures.p95Ms).toBeGreaterThan(0);
	});

	it("plan a check anew when its target is edited, and drop what the old one saw", async () => {
		const check = await untilState(await makeCheck(), "up");
		const target = { type: "http", url: `${url}/broken` };
		const patched = await read(checkSchema, `/api/checks/${check.id}`, { method: "PATCH", body: { target } });
		expect(patched).toMatchObject({ name: "Front", state: "up", revision: check.revision + 1 });
		const down = await untilState(check, "down");
		const { alerts } = await read(alertListSchema, `/api/alerts?checkId=${check.id}`);
		expect(alerts).toMatchObject([
			{ condition: "firing", since: down.stateSince, evidence: { statusCode: 500 } },
		]);
		const alert = await read(alertSchema, `/api/alerts/${alerts[0]?.id}`);
		expect(alert.title).toBe("Front is down: HTTP 500");
	});

	it("know nothing of a paused check, and run it at once when it goes on", async () => {
		const check = await untilState(await makeCheck({ intervalMs: 86_400_000 }), "up");
		const body = { isPaused: true };
		const paused = await read(checkSchema, `/api/checks/${check.id}`, { method: "PATCH", body });
		expect(paused).toMatchObject({ isPaused: true, state: "unknown" });
		const { alerts } = await read(alertListSchema, `/api/alerts?checkId=${check.id}`);
		expect(alerts).toEqual([]);
		await read(checkSchema, `/api/checks/${check.id}`, { method: "PATCH", body: { isPaused: false } });
		await untilState(check, "up");
	});

	it("remove a check with its results, and leave a tombstone", async () => {
		const check = await untilState(await makeCheck(), "up");
		expect(await desk.ask(`/api/checks/${check.id}`, { method: "DELETE" })).toMatchObject({ status: 204 });
		expect(await desk.ask(`/api/checks/${check.id}`)).toMatchObject({ status: 404 });
		expect(await desk.ask(`/api/checks/${check.id}`, { method: "DELETE" })).toMatchObject({ status: 404 });
		const { changes } = await read(changePageSchema, "/api/changes?since=0");
		expect(changes).toContainEqual(expect.objectContaining({ kind: "check", id: check.id, deleted: true }));
	});

	it("run a check once without keeping anything", async () => {
		const { checks } = await read(checkListSchema, "/api/checks");
		const body = { target: { type: "http", url: `${url}/broken` } };
		const result = await read(checkResultSchema, "/api/checks/test", { body });
		expect(result).toMatchObject({ state: "down", summary: "HTTP 500" });
		expect((await read(checkListSchema, "/api/checks")).checks).toHaveLength(checks.length);
	});

	it("refuse what they do not know, with the path", async () => {
		const target = { type: "http", url };
		for (const [path, body] of [
			["intervall", { name: "a", target, intervall: 5 }],
			["target.url", { name: "a", target: { type: "http", url: "ftp://a.example" } }],
			["target.host", { name: "a", target: { type: "tcp", host: "http://a.example", port: 1 } }],
			["teamId", { name: "a", target, teamId: "nobody" }],
			["retries", { name: "a", target, retries: -1 }],
		] as const) {
			const answer = await desk.ask("/api/checks", { body });
			expect(answer.status).toBe(400);
			expect(JSON.stringify(answer.body)).toContain(path);
		}
		expect((await desk.ask("/api/alerts?severity=4")).status).toBe(400);
		expect((await desk.ask("/api/alerts/none")).status).toBe(404);
		expect((await desk.ask("/api/rules/none", { method: "PATCH", body: {} })).status).toBe(404);
	});

	it("show and change the rule that comes switched on", async () => {
		const { rules } = await read(ruleListSchema, "/api/rules");
		expect(rules).toMatchObject([{ isEnabled: true, resolveAfterMs: 300_000 }]);
		const path = `/api/rules/${rules[0]?.id}`;
		const changed = await read(ruleSchema, path, { method: "PATCH", body: { resolveAfterMs: 60_000 } });
		expect(changed).toMatchObject({ isEnabled: true, resolveAfterMs: 60_000 });
	});

	it("answer the wall as walls read it", async () => {
		const wall = await read(wallSchema, "/api/wall");
		expect(wall.sources).toMatchObject([{ name: "prober", state: "live" }]);
		expect(wall.alerts.total).toBe(wall.alerts.items.length);
	});
});
