import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CsvUnreadableError } from "./csv-records.ts";
import { readLogText } from "./log-text.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "deskwatch-text-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Buffer, maxUnpackedBytes?: number): Promise<string> {
	const path = join(folder, "log");
	writeFileSync(path, bytes);
	let text = "";
	const bound = maxUnpackedBytes === undefined ? {} : { maxUnpackedBytes };
	for await (const part of readLogText({ path, onRead: () => undefined, ...bound })) text += part;
	return text;
}

describe("a log's text", () => {
	const text = "number,état\n".repeat(20_000);

	it("is the same plain and packed, whatever the file is called, and without a byte order mark", async () => {
		expect(await read(Buffer.from(text))).toBe(text);
		expect(await read(gzipSync(`\uFEFF${text}`))).toBe(text);
	});

	it("is given up where it unpacks to more than it may", async () => {
		await expect(read(gzipSync("\n".repeat(5_000_000)), 1_000_000)).rejects.toThrow(CsvUnreadableError);
	});
});
