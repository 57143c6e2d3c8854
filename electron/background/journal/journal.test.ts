import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { JournalRecord } from "../../../shared/api/journal.ts";
import { makeDataDir } from "../fixture.ts";
import { Journal } from "./journal.ts";

const PROGRAM = fileURLToPath(new URL("./journal.fixture.ts", import.meta.url));

/** Writes in a process of its own that is killed without warning; answers how many writes were answered. */
function writeUntilKilled(folder: string, key: Buffer, count: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [PROGRAM, folder, key.toString("base64url")]);
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
			if (signal === "SIGKILL") resolve(answered.split("\n").length - 1);
			else reject(new Error(complaints));
		});
	});
}

test("a journal that is killed has everything that it answered", async () => {
	const [folder, key] = [makeDataDir(), randomBytes(32)];
	const answered = await writeUntilKilled(folder, key, 250);
	const journal = new Journal({ folder, key, deskName: "embedded" });
	const records: JournalRecord[] = [];
	let after: string | undefined;
	do {
		const page = await journal.read("p1", after);
		expect(page.damaged).toBe(0);
		records.push(...page.records);
		after = page.next ?? undefined;
	} while (after !== undefined);
	await journal.close();
	rmSync(folder, { recursive: true });
	const counts = new Set(records.map(({ text }) => Number(text.split(" ")[1])));
	expect(answered).toBeGreaterThanOrEqual(250);
	expect(Array.from({ length: answered }, (_, count) => count).filter((count) => !counts.has(count))).toEqual(
		[],
	);
});
