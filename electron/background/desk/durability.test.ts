import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeDataDir } from "../fixture.ts";
import { openStore } from "../store/open-store.ts";

const PROGRAM = fileURLToPath(new URL("./durability.fixture.ts", import.meta.url));

/** Runs the desk in a process of its own and kills it without warning once it answered `count` tickets. */
function answerUntilKilled(dataDir: string, count: number): Promise<readonly string[]> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", PROGRAM, dataDir]);
		let answered = "";
		let complaints = "";
		child.stdout.on("data", (chunk) => {
			answered += String(chunk);
			if (answered.split("\n").length > count) child.kill("SIGKILL");
		});
		child.stderr.on("data", (chunk) => {
			complaints += String(chunk);
		});
		child.on("close", (_code, signal) => {
			if (signal !== "SIGKILL") reject(new Error(complaints));
			// The last line may have been cut off.
			else resolve(answered.split("\n").slice(0, -1));
		});
	});
}

describe("a desk that is killed", () => {
	it("has everything that it answered, and each batch as a whole", async () => {
		const dataDir = makeDataDir();
		const answered = await answerUntilKilled(dataDir, 300);
		const store = await openStore({ dataDir });
		const rows = await store.reader.selectFrom("ticket").select("id").execute();
		const log = await store.reader.selectFrom("change_log").select("id").execute();
		const { count } = await store.reader
			.selectFrom("intent")
			.select((select) => select.fn.countAll<number>().as("count"))
			.executeTakeFirstOrThrow();
		await store.close();
		rmSync(dataDir, { recursive: true, force: true });
		const known = new Set(rows.map((row) => row.id));
		expect(answered.length).toBeGreaterThanOrEqual(300);
		expect(answered.filter((id) => !known.has(id))).toEqual([]);
		expect(rows.length % 3).toBe(0);
		expect(count).toBe(rows.length);
		const logged = new Set(log.map((entry) => entry.id));
		expect(rows.filter((row) => !logged.has(row.id))).toEqual([]);
	});
});
