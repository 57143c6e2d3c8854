/**
 * A journal may have been written by any version that was ever released. Its golden file is never changed: a
 * new version of the frame has another mark, and a file of its own beside this one.
 */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { makeDataDir } from "../fixture.ts";
import { unseal } from "../store/crypto.ts";
import { makeFrame, readFrames } from "./frames.ts";
import { JournalFile } from "./journal-file.ts";

const GOLDEN = fileURLToPath(new URL("./golden/journal.v1.bin", import.meta.url));
const KEY = Buffer.alloc(32, 7);
const OWNER = "desk p1";
const ONE = "0190a000-0000-7000-8000-000000000001";
const TWO = "0190a000-0000-7000-8000-000000000002";

const opened: JournalFile[] = [];
afterEach(async () => {
	for (const file of opened.splice(0)) await file.close();
});

async function openJournal(path: string): Promise<JournalFile> {
	const file = await JournalFile.open({ path, key: KEY, owner: OWNER });
	opened.push(file);
	return file;
}

/** What the golden file was written by. */
async function writeJournal(path: string): Promise<void> {
	const file = await openJournal(path);
	await file.write(
		[
			{ id: ONE, text: '{"order":1}' },
			{ id: TWO, text: '{"order":2,"text":"Zürich"}' },
		],
		[],
	);
	await file.write([{ id: ONE, text: '{"order":1,"attempts":1}' }], [TWO]);
}

/** A frame's head, and what is sealed in it: all but the bytes that are never the same. */
function describeFrames(bytes: Buffer) {
	const { frames, gaps, endsAt } = readFrames(bytes);
	const shapes = frames.map((frame) => [
		makeFrame(frame).subarray(0, 8).toString("latin1"),
		frame.length,
		unseal(KEY, frame, OWNER),
	]);
	return { shapes, gaps, endsAt, total: bytes.length };
}

describe("a journal of version 1", () => {
	it("is read, and written on", async () => {
		const path = join(makeDataDir(), "one.journal");
		copyFileSync(GOLDEN, path);
		const file = await openJournal(path);
		expect(file.damaged).toBe(0);
		expect([...file.records]).toEqual([[ONE, '{"order":1,"attempts":1}']]);
		await file.write([{ id: TWO, text: "again" }], []);
		expect([...(await openJournal(path)).records.keys()]).toEqual([ONE, TWO]);
	});

	it("is what this build writes, frame by frame", async () => {
		const path = join(makeDataDir(), "one.journal");
		await writeJournal(path);
		expect(describeFrames(readFileSync(path))).toEqual(describeFrames(readFileSync(GOLDEN)));
	});

	it("with frames of a newer version among its own loses neither: the file as it was is kept aside", async () => {
		const folder = makeDataDir();
		const path = join(folder, "one.journal");
		const golden = readFileSync(GOLDEN);
		const newer = Buffer.concat([Buffer.from("DWJ9"), Buffer.alloc(60, 3)]);
		const bytes = Buffer.concat([newer, golden]);
		writeFileSync(path, bytes);
		const file = await openJournal(path);
		expect(file.damaged).toBe(1);
		expect([...file.records.keys()]).toEqual([ONE]);
		const aside = readdirSync(folder).find((name) => name.includes("damaged")) ?? "";
		expect(readFileSync(join(folder, aside)).equals(bytes)).toBe(true);
	});
});
