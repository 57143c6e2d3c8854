import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { request as requestTls } from "node:https";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeDataDir, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
const consoles: string[] = [];
afterEach(async () => {
	await desk.close();
	for (const dir of consoles.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** A request whose Host is what the test says. */
function askAs(host: string, url: string): Promise<number> {
	const send = url.startsWith("https") ? requestTls : request;
	return new Promise((resolve, reject) => {
		send(url, { headers: { host }, rejectUnauthorized: false }, (response) => {
			response.resume();
			response.on("end", () => resolve(response.statusCode ?? 0));
		})
			.on("error", reject)
			.end();
	});
}

/** Signed by itself, for tests, for a hundred years. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUG5V0g+n1jjtnJTB8bRF1DKZjxYYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJZGVzay50ZXN0MCAXDTI2MTEyMzA2MjkzMVoYDzIxMjYxMDMw
MDYyOTMxWjAUMRIwEAYDVQQDDAlkZXNrLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASByRtAa7hjVz3YrePnGqfLpZALsyYFwJK2ZZfcx4/lVQa+8XAL0aee
XoNM45tuAlRi1n8KN7Vyik/hN7aOM69so28wbTAdBgNVHQ4EFgQU/hcRY3IfYZKK
Pu4PtSngLkVIyucwHwYDVR0jBBgwFoAU/hcRY3IfYZKKPu4PtSngLkVIyucwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglkZXNrLnRlc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgbpwHVYxf4oKUrNgPk22HRMFN4MqdcJgIifQ8FVqw5fICIFqi
jcFsYeUGXKCrHbCB0JHwJJsOpbi4CvQyU1KfqrNq
-----END CERTIFICATE-----
`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqlS4fFprA/H5if7z
+mvHx8Sy6bO0SdvBF956NQdtQlChRANCAASByRtAa7hjVz3YrePnGqfLpZALsyYF
wJK2ZZfcx4/lVQa+8XAL0aeeXoNM45tuAlRi1n8KN7Vyik/hN7aOM69s
-----END PRIVATE KEY-----
`;

describe("who may ask", () => {
	it("answers to its own names only", async () => {
		desk = await startTestDesk();
		const health = `${desk.background.url}/api/health`;
		const { port } = new URL(health);
		expect(await askAs(`localhost:${port}`, health)).toBe(200);
		expect(await askAs(`127.0.0.1:${port}`, health)).toBe(200);
		expect(await askAs(`rebound.example:${port}`, health)).toBe(403);
		expect(await askAs(`127.0.0.1.rebound.example`, health)).toBe(403);
	});

	it("takes changes from its own pages and from no others", async () => {
		desk = await startTestDesk();
		const from = (headers: Record<string, string>) =>
			desk.ask("/api/devices", { body: { name: "wall" }, headers }).then((answer) => answer.status);
		expect(await from({ origin: desk.background.url })).toBe(201);
		expect(await from({ origin: "http://elsewhere.example" })).toBe(403);
		expect(await from({ origin: "null" })).toBe(403);
		expect(await from({ origin: "app://console" })).toBe(403);
		expect(await from({ "sec-fetch-site": "cross-site" })).toBe(403);
	});

	it("speaks TLS, with cookies that never leave it", async () => {
		const tls = { cert: CERTIFICATE, key: KEY };
		desk = await startTestDesk({ host: "0.0.0.0", auth: { mode: "password" }, tls });
		const { port } = new URL(desk.background.url);
		expect(desk.background.url).toMatch(/^https:/);
		expect(await askAs("desk.example", `https://127.0.0.1:${port}/api/health`)).toBe(200);
	});
});

describe("refusals", () => {
	it("have one form, with the status that fits", async () => {
		desk = await startTestDesk();
		const intents = "/api/intents";
		const text = { "content-type": "text/plain" };
		const answers = await Promise.all([
			desk.ask("/api/nothing-here"),
			desk.ask(intents, { body: "{ not json" }),
			desk.ask(intents, { body: "text", headers: text }),
			desk.ask("/api/devices", { body: { name: "x".repeat(300_000) } }),
			desk.ask("/api/devices", { body: { name: "" } }),
		]);
		expect(answers.map((answer) => answer.status)).toEqual([404, 400, 415, 413, 400]);
		for (const { body } of answers) {
			expect(body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
		}
		expect(answers.at(-1)?.body).toMatchObject({ error: { path: "name" } });
	});
});

describe("the console's files", () => {
	const startWithConsole = async (): Promise<void> => {
		const rendererDir = makeDataDir();
		consoles.push(rendererDir);
		mkdirSync(join(rendererDir, "assets"));
		writeFileSync(join(rendererDir, "index.html"), "<title>Deskwatch</title>");
		writeFileSync(join(rendererDir, "sw.js"), "// worker");
		writeFileSync(join(rendererDir, "assets", "main-abc123.js"), "// main");
		desk = await startTestDesk({ rendererDir });
	};
	const asPage = { headers: { accept: "text/html,*/*" } };

	it("are served with index.html for every page, and never for the API or a missing file", async () => {
		await startWithConsole();
		for (const path of ["/", "/queue/mine", "/tickets/INC0000001?tab=notes"]) {
			expect((await desk.ask(path, asPage)).body).toContain("Deskwatch");
		}
		expect((await desk.ask("/api/nothing", asPage)).status).toBe(404);
		expect((await desk.ask("/assets/gone-1.js", asPage)).status).toBe(404);
		expect((await desk.ask("/../package.json", asPage)).body).not.toContain("scripts");
	});

	it("are kept for good where their name holds their hash, else asked for again", async () => {
		await startWithConsole();
		const cacheOf = async (path: string) => (await desk.ask(path, asPage)).headers.get("cache-control");
		expect(await cacheOf("/assets/main-abc123.js")).toContain("immutable");
		expect(await cacheOf("/")).toBe("no-cache");
		expect(await cacheOf("/queue")).toBe("no-cache");
		expect(await cacheOf("/sw.js")).toBe("no-cache");
		expect(await cacheOf("/api/health")).toBe("no-store");
	});

	it("come with a policy that lets nothing in from elsewhere", async () => {
		await startWithConsole();
		for (const path of ["/", "/api/health", "/api/nothing"]) {
			const { headers } = await desk.ask(path, asPage);
			expect(headers.get("content-security-policy")).toContain("default-src 'self'");
			expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
			expect(headers.get("x-content-type-options")).toBe("nosniff");
		}
	});

	it("say what to do where they are not built", async () => {
		desk = await startTestDesk();
		const answer = await desk.ask("/", asPage);
		expect(answer).toMatchObject({ status: 503, body: expect.stringContaining("npm run build") });
	});
});
