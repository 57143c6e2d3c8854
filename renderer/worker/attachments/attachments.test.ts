import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ATTACHMENT_LIMITS } from "../../../shared/api/attachments.ts";
import { makeCalls } from "../calls/calls.ts";
import { systemClock } from "../clock.ts";
import { Engine } from "../engine/engine.ts";
import { FakeDesk, makeTicket, makeUuid } from "../fixture.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "../storage/memory-outbox-store.ts";
import { outboxPayload } from "../topics/outbox-topic.ts";
import { ticketPayload } from "../topics/ticket-topic.ts";

const DRAFT = "ticket:x:workNote";
const NOTE = { kind: "workNote", text: "See the picture." } as const;

function png(sizeBytes: number): Blob {
	const bytes = new Uint8Array(sizeBytes).fill(7);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return new Blob([bytes]);
}

/** One window after the other, on one disk. */
class Workstation {
	readonly desk = new FakeDesk();
	readonly outbox = makeMemoryOutboxStore();
	readonly #caches = makeMemoryCacheStores();

	constructor() {
		this.desk.put(makeTicket(1));
		this.desk.put(makeTicket(2));
	}

	async open() {
		const engine = new Engine({
			openOutbox: async () => this.outbox,
			caches: this.#caches,
			http: this.desk.http,
			channel: { post: () => undefined, listen: () => undefined, close: () => undefined },
			lock: { hold: (work) => work() },
			clock: systemClock,
			onTouched: () => undefined,
			onFailure: (error) => {
				throw error;
			},
			random: () => 0.5,
		});
		await engine.start();
		return { engine, model: engine.model, calls: makeCalls(engine) };
	}
}
type Window = Awaited<ReturnType<Workstation["open"]>>;

async function choose({ calls }: Window, blob = png(600_000), name = "screen.png"): Promise<string> {
	const chosen = await calls.chooseFile({ draftKey: DRAFT, name, blob });
	if (!chosen.ok) throw new Error(chosen.error.message);
	return chosen.value.id;
}

const note = ({ calls }: Window, counter: number, attachmentIds: readonly string[]) =>
	calls.edit({ ticketId: makeUuid(counter), set: {}, note: NOTE, attachmentIds });

/** Hashing and reading a blob take turns that no fake clock makes. */
async function until(isSo: () => boolean): Promise<void> {
	for (let turn = 0; turn < 3_000; turn += 1) {
		if (isSo()) return;
		await vi.advanceTimersByTimeAsync(100);
		await new Promise((resolve) => setImmediate(resolve));
	}
	throw new Error("it never came to that");
}

const isIdle = (window: Window) => () => outboxPayload(window.model).length === 0;
const isLive = (window: Window) => () => window.model.writer.connection.state === "live";

let station: Workstation;
let window: Window;
beforeEach(async () => {
	vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ["setTimeout", "clearTimeout", "Date"] });
	station = new Workstation();
	window = await station.open();
	await until(isLive(window));
});
afterEach(async () => {
	await window.engine.dispose();
	vi.useRealTimers();
});

describe("choosing files", () => {
	it("keeps them with their draft through a restart, and removes them from it", async () => {
		const [first, second] = [await choose(window), await choose(window, png(50), "other.png")];
		await window.engine.dispose();
		window = await station.open();
		expect(await window.calls.listFiles(DRAFT)).toMatchObject([
			{ id: first, name: "screen.png", mediaType: "image/png", sizeBytes: 600_000 },
			{ id: second },
		]);
		await window.calls.removeFile(first);
		expect(await window.calls.listFiles(DRAFT)).toMatchObject([{ id: second }]);
	});

	it("says at once what is refused, and keeps what was chosen before", async () => {
		const kept = await choose(window);
		const refused = await window.calls.chooseFile({ draftKey: DRAFT, name: "a.exe", blob: png(10) });
		expect(refused).toMatchObject({ ok: false, error: { code: "attachment_type" } });
		for (let more = 1; more < ATTACHMENT_LIMITS.perIntent; more += 1) await choose(window, png(20));
		const tooMany = await window.calls.chooseFile({ draftKey: DRAFT, name: "a.png", blob: png(20) });
		expect(tooMany).toMatchObject({ ok: false, error: { code: "attachment_too_many" } });
		expect((await window.calls.listFiles(DRAFT))[0]?.id).toBe(kept);
	});

	it("are bounded in size as the desk is set, also when that changes while the window is open", async () => {
		const big = { draftKey: DRAFT, name: "a.png", blob: png(ATTACHMENT_LIMITS.sizeBytes + 1) };
		const message = "“a.png” is larger than 25 MB.";
		expect(await window.calls.chooseFile(big)).toMatchObject({ ok: false, error: { message } });
		station.desk.session = { ...station.desk.session, attachmentBytes: 1_048_576 };
		await window.calls.refreshSession();
		const refused = await window.calls.chooseFile({ ...big, blob: png(1_048_577) });
		expect(refused).toMatchObject({ ok: false, error: { code: "attachment_too_large" } });
		expect(await window.calls.listFiles(DRAFT)).toEqual([]);
	});

	it("go with one edit only, and never without a note", async () => {
		const id = await choose(window);
		const bare = await window.calls.edit({ ticketId: makeUuid(1), set: {}, attachmentIds: [id] });
		expect(bare).toMatchObject({ ok: false, error: { code: "note_required" } });
		expect(await note(window, 1, [id])).toMatchObject({ ok: true });
		expect(await window.calls.listFiles(DRAFT)).toEqual([]);
		expect(await note(window, 2, [id])).toMatchObject({ ok: false, error: { code: "attachment_taken" } });
	});
});

describe("sending files", () => {
	it("brings them in parts ahead of their edit, which is applied once", async () => {
		const id = await choose(window);
		await note(window, 1, [id]);
		await until(isIdle(window));
		expect(station.desk.uploads.complete.get(id)).toEqual(new Uint8Array(await png(600_000).arrayBuffer()));
		expect([...station.desk.appliedCounts.values()]).toEqual([1]);
		expect(station.desk.batches).toHaveLength(1);
	});

	it("holds back only the ticket whose files are on their way", async () => {
		station.desk.uploads.partFailure = { kind: "busy", message: "later", retryAfterMs: 1_000 };
		await note(window, 1, [await choose(window)]);
		await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		await window.calls.edit({ ticketId: makeUuid(2), set: { impact: 1 } });
		await until(() => station.desk.tickets.get(makeUuid(2))?.ticket.impact === 1);
		expect(station.desk.tickets.get(makeUuid(1))?.ticket).toMatchObject({ impact: 3, revision: 1 });
		expect(outboxPayload(window.model)[0]).toMatchObject({ upload: 0 });
		station.desk.uploads.partFailure = null;
		await until(isIdle(window));
		expect(station.desk.tickets.get(makeUuid(1))?.ticket).toMatchObject({ impact: 1, revision: 3 });
	});

	it("goes on where it was after the window was killed in the middle, offline in between", async () => {
		const id = await choose(window);
		station.desk.faults = {
			isLostBefore: () => false,
			isLostAfter: () => {
				if (station.desk.uploads.partBytes > 0) station.desk.goDown();
				return false;
			},
		};
		await note(window, 1, [id]);
		await until(() => station.desk.isDown);
		await window.engine.dispose();
		const before = station.desk.uploads.partBytes;
		expect(before).toBeGreaterThan(0);
		expect(before).toBeLessThan(600_000);
		window = await station.open();
		expect(outboxPayload(window.model)).toHaveLength(1);
		const read = await window.calls.readFile({ id, mediaType: "image/png" });
		expect(read).toMatchObject({ size: 600_000, type: "image/png" });
		station.desk.faults = { isLostBefore: () => false, isLostAfter: () => false };
		station.desk.isDown = false;
		window.calls.reconnect();
		await until(isIdle(window));
		expect(station.desk.uploads.partBytes).toBe(600_000);
		expect([...station.desk.appliedCounts.values()]).toEqual([1]);
	});

	it("sends them anew to a desk that lost them before their edit came", async () => {
		const id = await choose(window);
		station.desk.intentsFailure = { kind: "busy", message: "later", retryAfterMs: null };
		await note(window, 1, [id]);
		await until(() => station.desk.uploads.complete.has(id));
		station.desk.uploads.forget();
		station.desk.intentsFailure = null;
		await until(isIdle(window));
		expect(station.desk.uploads.complete.has(id)).toBe(true);
		expect([...station.desk.appliedCounts.values()]).toEqual([1]);
	});

	it("sets an edit aside with the desk's reason where a file is refused; the next ticket goes on", async () => {
		station.desk.uploads.partFailure = {
			kind: "refused",
			status: 413,
			code: "attachment_too_large",
			message: "“screen.png” is larger than 1 MB.",
			path: undefined,
		};
		await note(window, 1, [await choose(window)]);
		await until(() => outboxPayload(window.model)[0]?.state === "needs-you");
		expect(outboxPayload(window.model)[0]?.reason).toMatchObject({ code: "attachment_too_large" });
		await window.calls.edit({ ticketId: makeUuid(2), set: { impact: 1 } });
		await until(() => station.desk.tickets.get(makeUuid(2))?.ticket.impact === 1);
		const discarded = await window.calls.discardIntent(outboxPayload(window.model)[0]?.intent.id ?? "");
		if (!discarded) throw new Error("nothing was discarded");
		station.desk.uploads.partFailure = null;
		await window.calls.restoreIntent(discarded);
		await window.calls.retryIntent(discarded.id);
		await until(isIdle(window));
		expect(station.desk.uploads.complete.size).toBe(1);
	});
});

describe("reading files", () => {
	it("shows those of a pending edit with it, and says that they are here", async () => {
		station.desk.goDown();
		const id = await choose(window);
		await note(window, 1, [id]);
		const view = await ticketPayload(window.model, makeUuid(1));
		expect(view?.history.at(-1)?.attachments).toMatchObject([{ id, name: "screen.png" }]);
		expect(view?.heldFileIds).toEqual([id]);
	});

	it("keeps what the desk had, so that it is read without the desk; the one read longest ago goes first", async () => {
		const ids = [1, 2, 3].map((counter) => makeUuid(100 + counter));
		for (const id of ids) station.desk.uploads.complete.set(id, new Uint8Array(90 * 1_048_576));
		const read = (id = "") => window.calls.readFile({ id, mediaType: "image/png" });
		for (const id of ids.slice(0, 2)) expect(await read(id)).not.toBeNull();
		await vi.advanceTimersByTimeAsync(1_000);
		await read(ids[0]);
		await vi.advanceTimersByTimeAsync(1_000);
		await read(ids[2]);
		station.desk.goDown();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(await window.model.generation?.keptFiles.held(ids)).toEqual([ids[0], ids[2]]);
		expect(await read(ids[1])).toBeNull();
		expect((await read(ids[0]))?.size).toBe(90 * 1_048_576);
	});

	it("exports what was not sent with its bytes", async () => {
		station.desk.goDown();
		const id = await choose(window, png(9));
		await note(window, 1, [id]);
		await choose(window, png(8), "draft.png");
		const { files } = JSON.parse(await window.calls.exportUnsent());
		expect(files).toMatchObject([
			{ id, name: "screen.png", draftKey: null, base64: "iVBORw0KGgoH" },
			{ name: "draft.png", draftKey: DRAFT, base64: "iVBORw0KGgo=" },
		]);
	});

	it("forgets a day later what was discarded, and nothing that an edit or a draft names", async () => {
		station.desk.goDown();
		const [kept, dropped] = [await choose(window), await choose(window)];
		await note(window, 1, [kept]);
		const thrown = await note(window, 2, [dropped]);
		if (!thrown.ok) throw new Error(thrown.error.message);
		await window.calls.discardIntent(thrown.value.intentId);
		const drafted = await choose(window);
		const left = async () => (await station.outbox.files.list("p1")).map(({ id }) => id);
		await window.model.generation?.chosenFiles.sweep();
		expect(await left()).toEqual([kept, dropped, drafted]);
		vi.setSystemTime(1_800_000_000_000 + 2 * 86_400_000);
		await window.model.generation?.chosenFiles.sweep();
		expect(await left()).toEqual([kept, drafted]);
	});
});
