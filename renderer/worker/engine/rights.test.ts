import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Session } from "../../../shared/api/desk.ts";
import { FakeDesk, makeTicket, makeUuid, SESSION } from "../fixture.ts";
import { outboxPayload } from "../topics/outbox-topic.ts";
import { syncPayload } from "../topics/sync-topic.ts";
import { ticketPayload } from "../topics/ticket-topic.ts";
import { type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

const CALLER: Session = { ...SESSION, roles: ["caller"] };
/** May read, but not change. */
const APPROVER: Session = { ...SESSION, roles: ["approver"] };
const SECRET = "The director’s phone";
const FILE_ID = makeUuid(900);

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

/** A desk of five tickets, of which one has a title and a file that would be known again anywhere. */
function makeSecretDesk(): FakeDesk {
	const desk = new FakeDesk();
	for (let counter = 1; counter <= 5; counter += 1)
		desk.put(makeTicket(counter, { teamId: "t1", ...(counter === 1 ? { shortDescription: SECRET } : {}) }));
	desk.uploads.complete.set(FILE_ID, new TextEncoder().encode(SECRET));
	return desk;
}

const readFile = ({ calls }: OpenWindow) => calls.readFile({ id: FILE_ID, mediaType: "text/plain" });

/** Offline, with three edits, a draft and a file of their own, after reading what is secret. */
async function workOffline(station: Workstation): Promise<OpenWindow> {
	const window = await station.open();
	await untilQuiet([window]);
	await ticketPayload(window.model, makeUuid(1));
	await pass(100);
	expect((await readFile(window))?.size).toBeGreaterThan(0);
	station.desk.goDown();
	await pass(3_000);
	for (const counter of [1, 2]) {
		const note = { kind: "workNote", text: `Mine on ${counter}` } as const;
		expect((await window.calls.edit({ ticketId: makeUuid(counter), set: { impact: 1 }, note })).ok).toBe(
			true,
		);
	}
	const set = { shortDescription: "Opened by me", callerId: "c1" };
	expect((await window.calls.create({ kind: "incident", set })).ok).toBe(true);
	await window.calls.saveDraft({ key: `ticket:${makeUuid(1)}:comment`, text: "Begun", known: null });
	await window.calls.chooseFile({ draftKey: "new:incident", name: "mine.txt", blob: new Blob(["my own"]) });
	return window;
}

async function comeBackAs(desk: FakeDesk, session: Session, windows: readonly OpenWindow[]): Promise<void> {
	desk.session = session;
	desk.isDown = false;
	for (const { calls } of windows) calls.reconnect();
	await pass(40_000);
}

/** Everything that lies on the workstation's disk, as text. */
async function onDisk(station: Workstation): Promise<string> {
	const names = await station.caches.names();
	const caches = await Promise.all(
		names.map(async (name) => {
			const store = await station.caches.open(name);
			const files = await Promise.all((await store.listFiles()).map(({ blob }) => blob.text()));
			const rows = await Promise.all([0, 1].map((index) => store.readRows(index)));
			const histories = await store.readHistory(makeUuid(1));
			return { ...(await store.load()), files, rows, histories };
		}),
	);
	const outbox = await station.outbox.list("p1", ["pending", "needs-you", "applied", "settled"]);
	return JSON.stringify({ caches, outbox }, (_key, value) =>
		ArrayBuffer.isView(value) ? Buffer.from(value.buffer as ArrayBuffer).toString("utf8") : value,
	);
}

const shownIn = (window: OpenWindow) =>
	outboxPayload(window.model).map(({ state, reason, intent }) => [state, reason?.code, intent.note?.text]);

describe("who may no longer read the desk when they are back", () => {
	it("finds rows, index and files purged in all windows, and their own edits with content", async () => {
		const desk = makeSecretDesk();
		const station = new Workstation(desk);
		const window = await workOffline(station);
		const other = await station.open();
		await pass(100);
		expect(await onDisk(station)).toContain(SECRET);

		await comeBackAs(desk, CALLER, [window, other]);
		expect(await station.caches.names()).toEqual([]);
		expect(await onDisk(station)).not.toContain(SECRET);
		for (const { model, calls } of [window, other]) {
			// The ticket that they opened themselves is their own.
			expect(model.generation?.views.counts().all).toBe(1);
			expect(await calls.findTickets({ text: "director", limit: 5 })).toEqual([]);
			expect(await ticketPayload(model, makeUuid(1))).toBeNull();
		}
		expect(await readFile(window)).toBeNull();
		expect(shownIn(window)).toEqual([
			["needs-you", "right_lost", "Mine on 1"],
			["needs-you", "right_lost", "Mine on 2"],
			["needs-you", "right_lost", undefined],
		]);
		expect(syncPayload(window.model)).toMatchObject({ state: "no-access", needsYou: 3, offlineSince: null });
		expect(desk.appliedCounts.size).toBe(0);
		expect((await window.calls.listDrafts()).map(({ text }) => text).sort()).toEqual(["", "Begun"]);
		expect(await window.calls.listFiles("new:incident")).toMatchObject([{ name: "mine.txt" }]);
	});

	it("can’t send their edits meanwhile, and has everything again with the right", async () => {
		const desk = makeSecretDesk();
		const station = new Workstation(desk);
		const window = await workOffline(station);
		await comeBackAs(desk, CALLER, [window]);
		const ids = outboxPayload(window.model).map(({ intent }) => intent.id);
		for (const id of ids) await window.calls.retryIntent(id);
		await pass(5_000);
		expect(desk.batches).toEqual([]);
		expect(outboxPayload(window.model).map(({ state }) => state)).toEqual(ids.map(() => "needs-you"));

		desk.session = SESSION;
		// Nobody asks for it: the console looks by itself.
		await pass(60_000);
		expect(syncPayload(window.model)).toMatchObject({ state: "needs-you", needsYou: 3 });
		expect(window.model.generation?.views.counts().all).toBe(6);
		expect((await readFile(window))?.size).toBeGreaterThan(0);
		expect(await onDisk(station)).toContain(SECRET);
		for (const id of ids) await window.calls.retryIntent(id);
		await untilQuiet([window]);
		expect(ids.map((id) => desk.appliedCounts.get(id))).toEqual([1, 1, 1]);
		expect(desk.tickets.get(makeUuid(2))?.ticket.impact).toBe(1);
		expect(syncPayload(window.model)).toMatchObject({ state: "live", pending: 0 });
	});

	it("finds the same after a restart of the browser, before the desk is asked", async () => {
		const desk = makeSecretDesk();
		const station = new Workstation(desk);
		const window = await workOffline(station);
		await comeBackAs(desk, CALLER, [window]);
		await window.engine.dispose();
		desk.goDown();
		const again = await station.open();
		await pass(100);
		expect(again.model.generation?.views.counts().all).toBe(1);
		expect(shownIn(again)).toHaveLength(3);
		expect(await readFile(again)).toBeNull();
	});
});

describe("who may still read but no longer edit when they are back", () => {
	it("keeps what can be read; each edit needs them, and is sent when they may again", async () => {
		const desk = makeSecretDesk();
		const window = await workOffline(new Workstation(desk));
		const forbidden = { kind: "refused", status: 403, code: "forbidden", path: undefined } as const;
		desk.intentsFailure = { ...forbidden, message: "Your roles don’t allow this." };
		await comeBackAs(desk, APPROVER, [window]);
		expect(window.model.generation?.views.counts().all).toBe(6);
		expect(shownIn(window)).toEqual([
			["needs-you", "forbidden", "Mine on 1"],
			["needs-you", "forbidden", "Mine on 2"],
			["needs-you", "forbidden", undefined],
		]);
		const ids = outboxPayload(window.model).map(({ intent }) => intent.id);
		for (const id of ids) await window.calls.retryIntent(id);
		expect(shownIn(window)).toHaveLength(3);
		expect(outboxPayload(window.model).every(({ state }) => state === "needs-you")).toBe(true);

		desk.intentsFailure = null;
		desk.session = SESSION;
		await window.calls.refreshSession();
		for (const id of ids) await window.calls.retryIntent(id);
		await untilQuiet([window]);
		expect(ids.map((id) => desk.appliedCounts.get(id))).toEqual([1, 1, 1]);
	});
});
