import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ImportReport, importReportSchema, setupSchema } from "../../../shared/api/desk.ts";
import { wholeIncident, writeLog } from "../desk/import/testing/generate-log.ts";
import { startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
});
afterEach(() => desk.close());

const log = gzipSync(writeLog(Array.from({ length: 300 }, (_, index) => index + 1).flatMap(wholeIncident)));

async function announce(sizeBytes = log.length, over: object = {}): Promise<ImportReport> {
	const { body } = await desk.ask("/api/imports", { body: { fileName: "log.csv.gz", sizeBytes, ...over } });
	return importReportSchema.parse(body);
}

async function putPart(id: string, index: number, part: Buffer) {
	const response = await fetch(`${desk.background.url}/api/imports/${id}/parts/${index}`, {
		method: "PUT",
		headers: { "content-type": "application/octet-stream" },
		body: new Uint8Array(part),
	});
	return { status: response.status, body: await response.json() };
}

const start = (id: string) => desk.ask(`/api/imports/${id}/start`, { method: "POST" });

async function waitFor(id: string): Promise<ImportReport> {
	for (let tries = 0; tries < 400; tries += 1) {
		const report = importReportSchema.parse((await desk.ask(`/api/imports/${id}`)).body);
		if (report.state === "done" || report.state === "failed") return report;
		await delay(25);
	}
	throw new Error("the import did not end");
}

describe("importing over HTTP", () => {
	it("takes a log in parts, in any order and again, runs it and leaves nothing behind", async () => {
		const { id } = await announce();
		const cut = Math.ceil(log.length / 3);
		for (const index of [2, 0, 0, 1]) {
			const { status } = await putPart(id, index, log.subarray(index * cut, (index + 1) * cut));
			expect(status).toBe(200);
		}
		expect((await start(id)).body).toMatchObject({ id, state: "running" });
		expect(await waitFor(id)).toMatchObject({ state: "done", progress: 1, incidents: 300, events: 1_200 });
		const folder = join(desk.dataDir, "imports");
		expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
		expect(setupSchema.parse((await desk.ask("/api/setup")).body)).toEqual({
			state: "done",
			choice: "import",
			progress: null,
			importId: id,
		});
	});

	it("does not start before all bytes are there, and says what is missing", async () => {
		const { id } = await announce();
		await putPart(id, 1, log.subarray(0, 100));
		expect(await start(id)).toMatchObject({
			status: 409,
			body: { error: { message: "Part 0 has not arrived." } },
		});
		await putPart(id, 0, log.subarray(0, 100));
		const { body } = await start(id);
		expect(body).toMatchObject({ error: { message: `200 of ${log.length} bytes have arrived.` } });
	});

	it("refuses parts that are too big, too many or of another kind", async () => {
		const { id } = await announce(100);
		expect(await putPart(id, 0, Buffer.alloc(101))).toMatchObject({ status: 413 });
		expect(await putPart(id, 0, Buffer.alloc(2_000_000))).toMatchObject({ status: 413 });
		expect(await putPart("nobody", 0, Buffer.alloc(1))).toMatchObject({ status: 404 });
		const asJson = await desk.ask(`/api/imports/${id}/parts/0`, { method: "PUT", body: { a: 1 } });
		expect(asJson.status).toBe(415);
	});

	it("reports why a file is no log, and leaves the setup open", async () => {
		const text = Buffer.from("a,b\n1,2");
		const { id } = await announce(text.length);
		await putPart(id, 0, text);
		await start(id);
		expect(await waitFor(id)).toMatchObject({ state: "failed", error: expect.stringContaining("“number”") });
		expect((await desk.ask("/api/setup")).body).toMatchObject({ state: "needed" });
	});

	it("fails an import for a time or a zone that is none", async () => {
		for (const over of [{ zone: "Mars/Olympus" }, { asOf: "2016-14-20T12:00" }]) {
			const { id } = await announce(log.length, over);
			await putPart(id, 0, log);
			await start(id);
			expect(await waitFor(id)).toMatchObject({
				state: "failed",
				error: expect.stringMatching(/is not a time/),
			});
		}
	});
});

describe("setting up over HTTP", () => {
	it("starts empty, once", async () => {
		expect((await desk.ask("/api/setup")).body).toMatchObject({ state: "needed", choice: null });
		const chosen = await desk.ask("/api/setup", { body: { choice: "empty" } });
		expect(chosen.body).toMatchObject({ state: "done", choice: "empty" });
		expect(await desk.ask("/api/setup", { body: { choice: "sample" } })).toMatchObject({ status: 409 });
	});

	it("fills the sample while the desk already answers, with checks that are watched at once", async () => {
		const begun = await desk.ask("/api/setup", { body: { choice: "sample", tickets: 4_000 } });
		expect(begun.body).toMatchObject({ state: "running", choice: "sample" });
		expect((await desk.ask("/api/health")).body).toMatchObject({ status: "importing" });
		await desk.background.intake.filler.whenIdle();
		expect((await desk.ask("/api/setup")).body).toMatchObject({ state: "done", choice: "sample" });
		expect((await desk.ask("/api/tickets")).body).toMatchObject({ total: 4_000 });
		const { checks } = (await desk.ask("/api/checks")).body as { readonly checks: readonly unknown[] };
		expect(checks).toHaveLength(6);
	});
});
