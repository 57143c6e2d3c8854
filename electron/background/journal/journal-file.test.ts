import { randomBytes } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDataDir } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";
import { JournalFile } from "./journal-file.ts";

const key = randomBytes(32);
let folder: string;
let path: string;
const opened: JournalFile[] = [];

beforeEach(() => {
	folder = makeDataDir();
	path = join(folder, "one.journal");
});
afterEach(async () => {
	for (const file of opened.splice(0)) await file.close();
	await rm(folder, { recursive: true });
});

async function openFile(more: { readonly key?: Buffer; readonly owner?: string } = {}): Promise<JournalFile> {
	const file = await JournalFile.open({ path, key, owner: "desk p1", ...more });
	opened.push(file);
	return file;
}

const textsOf = (file: JournalFile): readonly string[] => [...file.records.values()];

describe("a journal's file", () => {
	it("holds what was put and not dropped, also after it was opened anew", async () => {
		const [one, two] = [makeId(), makeId()];
		const file = await openFile();
		await file.write(
			[
				{ id: one, text: "first" },
				{ id: two, text: "second" },
			],
			[],
		);
		await file.write([{ id: two, text: "second, sent anew" }], [one]);
		expect(textsOf(await openFile())).toEqual(["second, sent anew"]);
	});

	it("tells nobody who has only the file what was typed", async () => {
		const file = await openFile();
		await file.write([{ id: makeId(), text: "the caller's secret" }], []);
		const bytes = readFileSync(path, "latin1");
		expect(bytes).not.toContain("secret");
		expect(statSync(path).mode & 0o077).toBe(0);
	});

	it("loses at most what was never answered, wherever a crash cuts it off", async () => {
		const file = await openFile();
		const ends: number[] = [];
		for (let count = 0; count < 8; count += 1) {
			await file.write([{ id: makeId(), text: `edit ${count}` }], []);
			ends.push(statSync(path).size);
		}
		const whole = readFileSync(path);
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (cutAt) => {
				writeFileSync(path, whole.subarray(0, cutAt));
				const torn = await openFile();
				const answered = ends.filter((end) => end <= cutAt).length;
				expect(textsOf(torn)).toEqual(Array.from({ length: answered }, (_, count) => `edit ${count}`));
				expect(torn.damaged).toBe(0);
				await torn.write([{ id: makeId(), text: "after" }], []);
				expect(textsOf(await openFile()).at(-1)).toBe("after");
			}),
			{ numRuns: 40 },
		);
	});

	it("loses only the record that was damaged, and keeps the file as it was aside", async () => {
		const file = await openFile();
		for (const text of ["one", "two", "three"]) await file.write([{ id: makeId(), text }], []);
		const bytes = readFileSync(path);
		const middle = Math.floor(bytes.length / 2);
		bytes[middle] = (bytes[middle] ?? 0) ^ 1;
		writeFileSync(path, bytes);
		const damaged = await openFile();
		expect(textsOf(damaged)).toEqual(["one", "three"]);
		expect(damaged.damaged).toBe(1);
		const aside = readdirSync(folder).find((name) => name.includes("damaged")) ?? "";
		expect(readFileSync(join(folder, aside))).toEqual(bytes);
		expect((await openFile()).damaged).toBe(0);
	});

	it("goes on behind a damaged length", async () => {
		const file = await openFile();
		await file.write([{ id: makeId(), text: "one" }], []);
		const end = statSync(path).size;
		await file.write([{ id: makeId(), text: "two" }], []);
		await file.write([{ id: makeId(), text: "three" }], []);
		const bytes = readFileSync(path);
		bytes[end + 4] = 0xff;
		writeFileSync(path, bytes);
		const damaged = await openFile();
		expect(textsOf(damaged)).toEqual(["one", "three"]);
		expect(damaged.damaged).toBe(1);
	});

	it.each([
		["another key", { key: randomBytes(32) }],
		["another person", { owner: "desk p2" }],
	])("opens nothing with %s, and throws nothing away", async (_name, more) => {
		const file = await openFile();
		await file.write([{ id: makeId(), text: "one" }], []);
		const before = readFileSync(path);
		const other = await openFile(more);
		expect(textsOf(other)).toEqual([]);
		expect(other.damaged).toBe(1);
		const aside = readdirSync(folder).find((name) => name.includes("damaged")) ?? "";
		expect(readFileSync(join(folder, aside))).toEqual(before);
	});

	it("is written anew once most of it is no longer wanted", async () => {
		const file = await openFile();
		const kept = makeId();
		await file.write([{ id: kept, text: "kept" }], []);
		for (let count = 0; count < 6; count += 1) {
			const id = makeId();
			await file.write([{ id, text: "x".repeat(200_000) }], []);
			await file.write([], [id]);
		}
		expect(statSync(path).size).toBeLessThan(1_048_576);
		await file.write([{ id: makeId(), text: "after" }], []);
		expect(textsOf(await openFile())).toEqual(["kept", "after"]);
	});

	it("does not mind what another program wrote at its end", async () => {
		const file = await openFile();
		await file.write([{ id: makeId(), text: "one" }], []);
		appendFileSync(path, "DWJ1");
		expect(textsOf(await openFile())).toEqual(["one"]);
		truncateSync(path, 0);
		expect(textsOf(await openFile())).toEqual([]);
	});
});
