import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ATTACHMENT_LIMITS } from "../../../shared/api/attachments.ts";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { addStaff, changing, makeDataDir, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";
import { SETTING } from "../store/settings.ts";

let desk: TestDesk;
let now = Date.now();
beforeEach(async () => {
	now = Date.now();
	desk = await startTestDesk({ now: () => now });
	await addStaff(desk);
});
afterEach(() => desk.close());

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (sizeBytes: number, fill = 7): Buffer => {
	const bytes = Buffer.alloc(sizeBytes, fill);
	bytes.set(PNG_HEAD);
	return bytes;
};
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

interface Sent {
	readonly status: number;
	readonly body: { readonly receivedBytes?: number; readonly error?: { readonly code: string } };
}

const announce = (bytes: Buffer, over: object = {}, at: TestDesk = desk) => {
	const id = makeId();
	const body = { id, name: "screen.png", sizeBytes: bytes.length, sha256: sha256(bytes), ...over };
	return at.ask("/api/attachments", { body }).then((answer) => ({ ...answer, id }));
};

async function put(id: string, offset: number, part: Buffer, at: TestDesk = desk): Promise<Sent> {
	const response = await fetch(`${at.background.url}/api/attachments/${id}/parts/${offset}`, {
		method: "PUT",
		headers: { "content-type": "application/octet-stream" },
		body: new Uint8Array(part),
	});
	return { status: response.status, body: (await response.json()) as Sent["body"] };
}

const complete = (id: string) => desk.ask(`/api/attachments/${id}/complete`, { method: "POST" });

async function upload(bytes: Buffer, over: object = {}): Promise<string> {
	const { id } = await announce(bytes, over);
	const step = ATTACHMENT_LIMITS.partBytes;
	for (let offset = 0; offset < bytes.length; offset += step)
		await put(id, offset, bytes.subarray(offset, offset + step));
	expect((await complete(id)).body).toMatchObject({ state: "complete" });
	return id;
}

const actAs = async (personId: string): Promise<string> => {
	const { headers } = await desk.ask("/api/session/act-as", { body: { personId } });
	return (headers.get("set-cookie") ?? "").split(";")[0] ?? "";
};

const historyOf = async (key: string): Promise<readonly HistoryEntry[]> =>
	((await desk.ask(`/api/tickets/${key}`)).body as { readonly history: readonly HistoryEntry[] }).history;

async function openTicket(over: object = {}) {
	await desk.send(opening(over as Record<string, unknown>));
	return desk.readTicket("INC0000001");
}

const NOTE = { kind: "workNote", text: "See the picture." };

describe("uploading", () => {
	it("takes parts in order, says how much is there, and keeps the bytes under their hash", async () => {
		const bytes = png(2_500_000);
		const { id, body } = await announce(bytes);
		expect(body).toEqual({ id, state: "uploading", sizeBytes: 2_500_000, receivedBytes: 0 });
		expect((await put(id, 0, bytes.subarray(0, 1_000_000))).body).toMatchObject({ receivedBytes: 1_000_000 });
		expect(await put(id, 2_000_000, bytes.subarray(2_000_000))).toMatchObject({
			status: 409,
			body: { error: { code: "out_of_order" } },
		});
		expect(await complete(id)).toMatchObject({ status: 409, body: { error: { code: "incomplete" } } });
		await put(id, 1_000_000, bytes.subarray(1_000_000, 2_000_000));
		await put(id, 2_000_000, bytes.subarray(2_000_000));
		for (let round = 0; round < 2; round += 1)
			expect((await complete(id)).body).toMatchObject({ state: "complete", receivedBytes: 2_500_000 });
		const hash = sha256(bytes);
		expect(existsSync(join(desk.dataDir, "attachments", hash.slice(0, 2), hash))).toBe(true);
		expect(readdirSync(join(desk.dataDir, "attachments", "incoming"))).toEqual([]);
		const content = await fetch(`${desk.background.url}/api/attachments/${id}/content`);
		expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);
	});

	it("goes on after the desk was restarted in the middle", async () => {
		const dataDir = makeDataDir();
		const bytes = png(300_000);
		const first = await startTestDesk({ dataDir });
		const { id } = await announce(bytes, {}, first);
		await put(id, 0, bytes.subarray(0, 200_000), first);
		await first.close();
		const second = await startTestDesk({ dataDir });
		const { body } = await second.ask(`/api/attachments/${id}`);
		expect(body).toMatchObject({ state: "uploading", receivedBytes: 200_000 });
		await put(id, 200_000, bytes.subarray(200_000), second);
		const done = await second.ask(`/api/attachments/${id}/complete`, { method: "POST" });
		expect(done.body).toMatchObject({ state: "complete" });
		await second.close();
	});

	it("takes the same part many times at once, and once is what counts", async () => {
		const bytes = png(800_000);
		const { id } = await announce(bytes);
		const parts = [bytes.subarray(0, 500_000), bytes.subarray(0, 500_000), bytes.subarray(0, 400_000)];
		const answers = await Promise.all(parts.map((part) => put(id, 0, part)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect((await put(id, 300_000, bytes.subarray(300_000))).body).toMatchObject({ receivedBytes: 800_000 });
		expect((await complete(id)).body).toMatchObject({ state: "complete" });
	});

	it("forgets bytes that are not those announced, and takes them anew", async () => {
		const bytes = png(1_000);
		const { id } = await announce(bytes);
		await put(id, 0, png(1_000, 8));
		expect(await complete(id)).toMatchObject({
			status: 409,
			body: { error: { code: "attachment_changed" } },
		});
		expect((await desk.ask(`/api/attachments/${id}`)).body).toMatchObject({ receivedBytes: 0 });
		await put(id, 0, bytes);
		expect((await complete(id)).body).toMatchObject({ state: "complete" });
	});

	it("refuses what is too big, of a kind that may run, or not what its name says", async () => {
		const small = png(100);
		expect(await announce(small, { sizeBytes: ATTACHMENT_LIMITS.sizeBytes + 1 })).toMatchObject({
			status: 413,
			body: { error: { code: "attachment_too_large" } },
		});
		for (const name of ["page.html", "drawing.svg", "setup.exe", "noending"]) {
			expect(await announce(small, { name })).toMatchObject({ status: 415 });
		}
		const page = Buffer.from("<html><script>alert(1)</script></html>");
		const { id } = await announce(page, { name: "screen.png" });
		await put(id, 0, page);
		expect(await complete(id)).toMatchObject({
			status: 415,
			body: { error: { code: "attachment_mismatch" } },
		});
		const { id: short } = await announce(small);
		expect(await put(short, 0, png(101))).toMatchObject({ status: 413 });
		expect(await put(short, 0, png(ATTACHMENT_LIMITS.partBytes + 1))).toMatchObject({ status: 413 });
	});

	it("keeps to the size that the desk was set to", async () => {
		await desk.background.store.writeSetting(SETTING.attachmentBytes, 1_048_576);
		expect(await announce(png(1_048_577))).toMatchObject({ status: 413 });
		expect(await announce(png(1_048_576))).toMatchObject({ status: 200 });
		expect((await desk.ask("/api/session")).body).toMatchObject({ attachmentBytes: 1_048_576 });
	});

	it("makes no path of a name or an id that somebody gave", async () => {
		const bytes = png(100);
		const id = await upload(bytes, { name: "../../../etc/cron.d/screen.png" });
		const answer = await desk.ask(`/api/attachments/${id}/content`);
		expect(answer.headers.get("content-disposition")).toBe("inline; filename*=UTF-8''screen.png");
		expect(await announce(bytes, { id: "../../desk" })).toMatchObject({ status: 400 });
		expect(await desk.ask("/api/attachments/..%2F..%2Fdesk.sqlite/content")).toMatchObject({ status: 400 });
		expect(await announce(bytes, { sha256: "../".repeat(21) })).toMatchObject({ status: 400 });
	});

	it("is one person's own until it is attached", async () => {
		const bytes = png(100);
		const id = await upload(bytes);
		const cookie = await actAs("ada");
		const asAda = { headers: { cookie } };
		expect(await desk.ask(`/api/attachments/${id}`, asAda)).toMatchObject({ status: 404 });
		expect(await desk.ask(`/api/attachments/${id}/content`, asAda)).toMatchObject({ status: 404 });
		const mine = { id, name: "screen.png", sizeBytes: 100, sha256: sha256(bytes) };
		expect(await desk.ask("/api/attachments", { ...asAda, body: mine })).toMatchObject({ status: 409 });
		expect(await desk.ask("/api/attachments", { body: mine })).toMatchObject({ status: 200 });
	});

	it("is forgotten after seven days without being attached; what another one shares stays", async () => {
		const ticket = await openTicket();
		const shared = png(100);
		const [kept, lost] = [await upload(shared), await upload(shared)];
		const begun = await announce(png(50));
		await put(begun.id, 0, png(50).subarray(0, 20));
		await desk.send(changing(ticket, {}, { note: NOTE, attachmentIds: [kept] }));
		now += 8 * 86_400_000;
		await desk.background.sweepUploads();
		for (const id of [lost, begun.id])
			expect(await desk.ask(`/api/attachments/${id}`)).toMatchObject({ status: 404 });
		expect(await desk.ask(`/api/attachments/${kept}/content`)).toMatchObject({ status: 200 });
		expect(readdirSync(join(desk.dataDir, "attachments", "incoming"))).toEqual([]);
	});
});

describe("attaching", () => {
	it("hangs files on the note of an intent, once, and shows them wherever the history goes", async () => {
		const ticket = await openTicket();
		const id = await upload(png(100));
		const intent = changing(ticket, {}, { note: NOTE, attachmentIds: [id] });
		const [first, again] = await desk.send(intent, intent);
		expect([first, again]).toMatchObject([{ status: "applied" }, { wroteNothing: true }]);
		const shown = [{ id, name: "screen.png", mediaType: "image/png", sizeBytes: 100 }];
		const history = await historyOf("INC0000001");
		expect(history.map(({ attachments }) => attachments)).toEqual([undefined, shown]);
		const { body } = await desk.ask(`/api/histories?ticketIds=${ticket.id}`);
		expect(body).toMatchObject({ histories: [{ history: [{}, { attachments: shown }] }] });
	});

	it("hangs files of a new ticket on its opening", async () => {
		const id = await upload(png(100));
		await desk.send(opening({ attachmentIds: [id] }));
		const [opened] = await historyOf("INC0000001");
		expect(opened).toMatchObject({ type: "created", attachments: [{ id }] });
	});

	it("waits for the bytes, refuses a file twice, without a note, or of somebody else, and applies nothing then", async () => {
		const ticket = await openTicket();
		const { id: begun } = await announce(png(100));
		const id = await upload(png(100));
		const withFile = (attachmentIds: readonly string[], over: object = { note: NOTE }) =>
			changing(ticket, {}, { ...over, attachmentIds });
		const code = async (intent: object) => {
			const [result] = await desk.send(intent);
			return result?.status === "rejected" ? result.reason.code : result?.status;
		};
		expect(await code(withFile([begun]))).toBe("attachment_missing");
		expect(await code(withFile([makeId()]))).toBe("attachment_missing");
		expect(await code(withFile([id], {}))).toBe("note_required");
		const cookie = await actAs("ada");
		const { body } = await desk.ask("/api/intents", {
			headers: { cookie },
			body: { deviceId: makeId(), fence: 1, intents: [withFile([id])] },
		});
		expect(body).toMatchObject({ results: [{ reason: { code: "attachment_missing" } }] });
		expect(await historyOf("INC0000001")).toHaveLength(1);
		const waiting = withFile([begun]);
		await put(begun, 0, png(100));
		await complete(begun);
		expect(await code(waiting)).toBe("applied");
		expect(await code(withFile([begun]))).toBe("attachment_taken");
	});
});

describe("the content of a file", () => {
	it("is drawn in place only where nothing can run, and never outside a sandbox", async () => {
		const text = Buffer.from("<script>alert(1)</script>");
		const zip = Buffer.from("PK\u0003\u0004 and more");
		const headersOf = async (id: string) => (await desk.ask(`/api/attachments/${id}/content`)).headers;
		const shown = await headersOf(await upload(text, { name: "log “1”.txt" }));
		expect(shown.get("content-type")).toBe("text/plain; charset=utf-8");
		expect(shown.get("content-disposition")).toBe("inline; filename*=UTF-8''log%20%E2%80%9C1%E2%80%9D.txt");
		const saved = await headersOf(await upload(zip, { name: "logs.zip" }));
		expect(saved.get("content-disposition")).toBe("attachment; filename*=UTF-8''logs.zip");
		for (const headers of [shown, saved]) {
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox$/);
		}
	});

	it("comes in stretches to who asks for them, byte for byte, and says where it ends", async () => {
		const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
		bytes.set(PNG_HEAD);
		const url = `${desk.background.url}/api/attachments/${await upload(bytes)}/content`;
		const ask = (range: string) => fetch(url, { headers: { range } });
		const pieces: Buffer[] = [];
		for (let from = 0; from < bytes.length; from += 100_001) {
			const answer = await ask(`bytes=${from}-${from + 100_000}`);
			expect(answer.status).toBe(206);
			const to = Math.min(from + 100_000, bytes.length - 1);
			expect(answer.headers.get("content-range")).toBe(`bytes ${from}-${to}/300000`);
			expect(answer.headers.get("content-security-policy")).toMatch(/sandbox$/);
			pieces.push(Buffer.from(await answer.arrayBuffer()));
		}
		expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
		const beyond = await ask("bytes=300000-");
		expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */300000"]);
		const whole = await ask("bytes=0-1,4-5");
		expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 300_000]);
	});

	it("is not there without sign-in", async () => {
		const closed = await startTestDesk({ auth: { mode: "password" } });
		const path = `/api/attachments/${makeId()}`;
		for (const asked of [path, `${path}/content`])
			expect(await closed.ask(asked)).toMatchObject({ status: 401 });
		expect(await announce(png(10), {}, closed)).toMatchObject({ status: 401 });
		await closed.close();
	});
});
