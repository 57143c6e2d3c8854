import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { wholeIncident, writeLog } from "./desk/import/testing/generate-log.ts";

const PROGRAM = join(import.meta.dirname, "main.ts");

let folder = "";
let running: ChildProcessWithoutNullStreams[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "deskwatch-command-"));
});

afterEach(() => {
	for (const child of running) child.kill("SIGKILL");
	running = [];
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env } });
	running.push(child);
	const said = { out: "", err: "" };
	child.stdout.on("data", (chunk) => {
		said.out += chunk;
	});
	child.stderr.on("data", (chunk) => {
		said.err += chunk;
	});
	return { child, said, ended: once(child, "close").then(([code]) => code as number | null) };
}

const readySchema = z.looseObject({ listening: z.url(), epoch: z.string(), tickets: z.int() });

async function runUntilReady(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const started = run(["--port", "0", "--data", join(folder, "desk"), ...args], env);
	await Promise.race([once(started.child.stdout, "data"), started.ended]);
	return { ...started, ready: readySchema.parse(JSON.parse(started.said.out)) };
}

describe("the background's command", () => {
	it("says on one line that it is ready, stops on SIGTERM with code 0, and kept what it was given", async () => {
		const first = await runUntilReady(["--no-auth", "--sample", "40"]);
		expect(first.said.out.trimEnd()).not.toContain("\n");
		expect(first.said.err).toContain("WARNING: --no-auth");
		expect(first.ready.tickets).toBe(40);
		first.child.kill("SIGTERM");
		expect(await first.ended).toBe(0);

		const again = await runUntilReady(["--no-auth"]);
		expect(again.ready).toMatchObject({ tickets: 40, epoch: first.ready.epoch });
		const health = await fetch(`${again.ready.listening}/api/health`);
		expect(health.status).toBe(200);
		again.child.kill("SIGINT");
		expect(await again.ended).toBe(0);
	});

	it("imports before it says so, and says what it imported and left out", async () => {
		const path = join(folder, "log.csv");
		writeFileSync(path, `${writeLog(wholeIncident(1))}\nnonsense`);
		const { ready, said } = await runUntilReady([
			"--no-auth",
			"--import",
			path,
			"--as-of",
			"2016-03-02T10:00",
		]);
		expect(ready).toMatchObject({ tickets: 1, import: { incidents: 1, open: 1, badLineCount: 1 } });
		expect(said.err).toContain("line 6 left out");
	});

	it("tells the first password once, and asks for it", async () => {
		const first = await runUntilReady([]);
		expect(first.said.err).toMatch(/“admin” with the password \S{20,}/);
		expect((await fetch(`${first.ready.listening}/api/tickets`)).status).toBe(401);
		first.child.kill("SIGTERM");
		await first.ended;
		const again = await runUntilReady([]);
		expect(again.said.err).not.toContain("password");
	});

	it("asks for the token of its launch where it was given one", async () => {
		const { ready, said } = await runUntilReady([], { DESKWATCH_TOKEN: "token-of-this-launch" });
		const ask = (headers: Record<string, string>) => fetch(`${ready.listening}/api/tickets`, { headers });
		expect((await ask({})).status).toBe(401);
		expect((await ask({ authorization: "Bearer token-of-this-launch" })).status).toBe(200);
		expect(said.err).not.toContain("password");
	});

	it("refuses in one line with code 2 what it cannot do, and leaves standard output alone", async () => {
		const taken = createServer().listen(0, "127.0.0.1");
		await once(taken, "listening");
		const { port } = taken.address() as AddressInfo;
		writeFileSync(join(folder, "no-log.csv"), "a,b\n1,2\n");
		writeFileSync(
			join(folder, "broken.csv.gz"),
			Buffer.from([0x1f, 0x8b, 0x08, 0, 1, 2, 3, 4, 5, 6, 0xff, 0xff]),
		);
		writeFileSync(join(folder, "file"), "");
		const data = ["--data", join(folder, "desk")];
		const cases: readonly (readonly [readonly string[], RegExp])[] = [
			[["--colour"], /--colour/],
			[["--host", "0.0.0.0"], /certificate|--tls-cert/],
			[["--host", "0.0.0.0", "--tls-cert", "nowhere.pem", "--tls-key", "nowhere.pem"], /nowhere\.pem/],
			[["--host", "0.0.0.0", "--no-auth"], /--no-auth/],
			[[...data, "--no-auth", "--port", String(port)], new RegExp(String(port))],
			[[...data, "--import", join(folder, "missing.csv")], /missing\.csv/],
			[[...data, "--port", "0", "--import", join(folder, "no-log.csv")], /no-log\.csv.*“number”/],
			[[...data, "--port", "0", "--import", join(folder, "broken.csv.gz")], /broken\.csv\.gz.*unpacked/],
			[["--data", join(folder, "file", "desk"), "--no-auth", "--port", "0"], /file/],
			[["--data", "", "--port", "0"], /--data/],
		];
		for (const [args, expected] of cases) {
			const { said, ended } = run(args);
			expect([await ended, said.out]).toEqual([2, ""]);
			const lines = said.err.split("\n").filter((line) => line !== "" && !line.startsWith("WARNING"));
			expect(lines).toEqual([expect.stringMatching(expected)]);
		}
		taken.close();
	}, 60_000);

	it("refuses a desk that another process has open", async () => {
		await runUntilReady(["--no-auth"]);
		const { said, ended } = run(["--port", "0", "--data", join(folder, "desk"), "--no-auth"]);
		expect(await ended).toBe(2);
		expect(said.err).toContain("in use by another Deskwatch");
	});

	it("stops in the middle of an import, and goes on with it the next time", async () => {
		const path = join(folder, "log.csv");
		const count = 4_000;
		writeFileSync(
			path,
			writeLog(Array.from({ length: count }, (_, index) => index + 1).flatMap(wholeIncident)),
		);
		const first = run(["--port", "0", "--data", join(folder, "desk"), "--no-auth", "--import", path]);
		await Promise.race([once(first.child.stderr, "data"), first.ended]); // it listens, and imports
		first.child.kill("SIGTERM");
		expect(await first.ended).toBe(0);
		const again = await runUntilReady(["--no-auth", "--import", path]);
		expect(again.ready).toMatchObject({ tickets: count, import: { incidents: count, badLineCount: 0 } });
	}, 60_000);
});
