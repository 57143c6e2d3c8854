import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addStaff, makeDataDir, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makePassword } from "../store/crypto.ts";
import { openWithFile, readTree } from "./keeping.fixture.ts";
import { isKeeping, runKeeping } from "./keeping-command.ts";

const PROGRAM = join(import.meta.dirname, "..", "main.ts");

let folder = "";
let dataDir = "";
let desk: TestDesk;

beforeEach(async () => {
	folder = makeDataDir();
	dataDir = join(folder, "desk");
	desk = await startTestDesk({ dataDir });
	await addStaff(desk);
});
afterEach(async () => {
	await desk.close();
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

interface Ended {
	readonly code: number | string | null | undefined;
	readonly out: string;
	readonly lines: readonly string[];
}

function run(...args: readonly string[]): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			["--disable-warning=ExperimentalWarning", PROGRAM, ...args],
			(error, out, said) => {
				resolve({ code: error ? error.code : 0, out, lines: said.split("\n").filter((line) => line !== "") });
			},
		);
	});
}

describe("backup and restore from the command line", () => {
	it("backs up beside the running desk, and restores once it has stopped", async () => {
		await openWithFile(desk);
		const backups = join(folder, "backups");
		const made = await run("backup", "--to", backups, "--data", dataDir);
		expect(made.code).toBe(0);
		const { backup, tickets, files } = JSON.parse(made.out);
		expect({ tickets, files }).toEqual({ tickets: 1, files: 2 });
		expect(readdirSync(backups)).toEqual([backup.slice(backups.length + 1)]);

		const early = await run("restore", "--from", backup, "--data", dataDir);
		expect(early).toMatchObject({ code: 2, out: "", lines: [expect.stringContaining("in use by another")] });
		await desk.send(opening());
		const { epoch } = desk.background.store;
		await desk.close();
		const restored = await run("restore", "--from", backup, "--data", dataDir);
		expect(restored.code).toBe(0);
		const answer = JSON.parse(restored.out);
		expect(existsSync(join(answer.aside, "desk.sqlite"))).toBe(true);
		desk = await startTestDesk({ dataDir });
		expect(desk.background.store.epoch).toBe(answer.epoch);
		expect(answer.epoch).not.toBe(epoch);
		expect((await desk.ask("/api/tickets?limit=10")).body).toMatchObject({ total: 1 });
	});

	it("refuses in a sentence what it cannot do", async () => {
		const nowhere = join(folder, "nowhere");
		const cases: readonly (readonly [readonly string[], RegExp])[] = [
			[["backup"], /^backup needs --to/],
			[["restore", "--to", folder], /^restore needs --from/],
			[["backup", "--to", folder, "--colour"], /--colour/],
			[["backup", "--to", folder, "--data", ""], /^--data needs/],
			[["backup", "--to", folder, "--data", nowhere], /no desk in .*nowhere/],
			[["restore", "--from", folder, "--data", nowhere], /is no backup/],
			[["export", "--to", folder, "--data", dataDir], /is there already/],
			[["export", "--help"], /^deskwatch backup/],
		];
		for (const [args, expected] of cases) {
			expect(isKeeping(args)).toBe(true);
			const { signal: stop } = new AbortController();
			const answer = await runKeeping({ args, dataDir, version: "0.0.0", say: () => undefined, stop });
			expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(expected) } });
		}
		expect(isKeeping(["--port", "0", "backup"])).toBe(false);
		expect(existsSync(nowhere)).toBe(false);
	});
});

describe("export from the command line", () => {
	it("writes every table and every kind, and nothing that opens a door", async () => {
		const { id } = await openWithFile(desk);
		await desk.send(opening({ set: { shortDescription: '=cmd, "quoted"', callerId: "ada" } }));
		const secrets = await hideSecrets();
		const to = join(folder, "export");
		const done = await run("export", "--to", to, "--data", dataDir);
		expect(done.code).toBe(0);
		expect(JSON.parse(done.out)).toMatchObject({ export: to, tickets: 2 });

		const files = readTree(to);
		const rows = (table: string) =>
			readFileSync(join(to, "json", `${table}.jsonl`), "utf8")
				.split("\n")
				.filter((line) => line !== "")
				.map((line) => JSON.parse(line));
		expect(rows("ticket")).toHaveLength(2);
		expect(rows("ticket")[0].track[0]).toBeInstanceOf(Array);
		const entries = rows("history").filter((entry) => entry.ticket_id === id);
		expect(entries.map(({ note_text }) => note_text)).toEqual([null, "See the file."]);
		expect(rows("attachment")).toMatchObject([{ name: "seen.txt", ticket_id: id }]);
		expect(rows("account")).toMatchObject([{ name: "ada" }]);
		expect(rows("setting").find(({ key }) => key === "mailbox").value).toEqual({
			incoming: { host: "mail.example", hasPassword: true },
		});
		const csv = readFileSync(join(to, "csv", "incident.csv"), "utf8").split("\r\n");
		expect(csv).toHaveLength(4);
		expect(csv[0]).toMatch(/^\uFEFFNumber,Short description,/);
		expect(csv[1]).toMatch(/^INC0000001,VPN is down,.*,New,.*,ada,/);
		expect(csv[2]).toContain(`"'=cmd, ""quoted"""`);
		expect([...files.keys()]).toContain("csv/change.csv");
		const leaks = [...files].flatMap(([path, text]) =>
			secrets.filter((secret) => text.includes(secret)).map((secret) => `${path}: ${secret}`),
		);
		expect(leaks).toEqual([]);
	});
});

/** Puts one into every place of the database that holds any. */
async function hideSecrets(): Promise<readonly string[]> {
	const secrets = Array.from({ length: 8 }, () => makePassword());
	const [
		password = "",
		device = "",
		session = "",
		browser = "",
		sealed = "",
		url = "",
		failed = "",
		intent = "",
	] = secrets;
	await desk.background.store.write(async ({ tx }) => {
		const at = { created_at: 1, last_seen_at: null };
		await tx
			.insertInto("device")
			.values({ id: "wall", name: "NOC", token_hash: device, ...at })
			.execute();
		await tx
			.insertInto("account")
			.values({
				...{ person_id: "ada", name: "ada", name_key: "ada", password_hash: password, created_at: 1 },
				...{ is_one_time: 0, is_disabled: 0, password_at: 1, last_sign_in_at: null },
			})
			.execute();
		await tx
			.insertInto("session")
			.values({
				...{ token_hash: session, id: "s", person_id: "ada", device_id: null, created_at: 1, seen_at: 1 },
				...{ expires_at: 1, client: null, ended_at: null, end_reason: null },
			})
			.execute();
		await tx
			.insertInto("known_browser")
			.values({ mark_hash: browser, person_id: "ada", seen_at: 1 })
			.execute();
		await tx.insertInto("failed_sign_in").values({ key: failed, failures: 1, last_at: 1 }).execute();
		await tx
			.insertInto("intent")
			.values({ id: intent, device_id: null, applied_at: 1, result: "{}" })
			.execute();
		const mailbox = { incoming: { host: "mail.example", sealedPassword: sealed, hasPassword: true } };
		await tx
			.insertInto("setting")
			.values({ key: "mailbox", value: JSON.stringify(mailbox) })
			.execute();
		const definition = JSON.stringify({ target: { type: "http", url: `https://me:${url}@shop.example/` } });
		await tx
			.insertInto("check_definition")
			.values({ id: "c", definition, state: "unknown", state_since: null, revision: 1 })
			.execute();
	});
	return secrets;
}
