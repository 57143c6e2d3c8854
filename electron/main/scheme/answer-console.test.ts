import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerConsole, type ConsoleDoor } from "./answer-console.ts";

let rendererDir: string;

beforeAll(async () => {
	rendererDir = await mkdtemp(join(tmpdir(), "deskwatch-renderer-"));
	await writeFile(join(rendererDir, "index.html"), "<title>Deskwatch</title>");
});
afterAll(() => rm(rendererDir, { recursive: true }));

function ask(address: string, init: RequestInit = {}, parts: Partial<ConsoleDoor> = {}): Promise<Response> {
	const console: ConsoleDoor = {
		rendererDir,
		door: () => Promise.resolve(null),
		agent: new Agent(),
		mayWrite: true,
		...parts,
	};
	return answerConsole(new Request(address, init), console);
}

describe("answerConsole", () => {
	it("serves the page under a strict policy", async () => {
		const answer = await ask("app://console/queues/mine");
		expect(await answer.text()).toContain("Deskwatch");
		expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
		expect(answer.headers.get("content-security-policy")).toContain("script-src 'self';");
	});

	it("answers no page for a file that is missing", async () => {
		expect((await ask("app://console/assets/gone.js")).status).toBe(404);
	});

	it("answers no other host and no other origin", async () => {
		expect((await ask("app://evil/index.html")).status).toBe(403);
		const foreign = await ask("app://console/api/health", { headers: { origin: "https://example.com" } });
		expect(foreign.status).toBe(403);
	});

	it("passes /api on and nothing that only begins like it", async () => {
		expect((await ask("app://console/api/health")).status).toBe(503);
		expect((await ask("app://console/apiary")).status).toBe(200);
	});

	it("takes no changes to files", async () => {
		expect((await ask("app://console/index.html", { method: "PUT", body: "x" })).status).toBe(405);
	});

	it("lets a wall read and change nothing", async () => {
		const wall = { mayWrite: false };
		expect((await ask("app://console/api/wall", {}, wall)).status).toBe(503);
		const write = await ask("app://console/api/intents", { method: "POST", body: "{}" }, wall);
		expect(await write.json()).toMatchObject({ error: { code: "forbidden" } });
	});
});
