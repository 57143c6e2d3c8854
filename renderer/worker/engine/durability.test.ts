import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JournalBatch } from "../../../shared/api/journal.ts";
import { type FakeDesk, makeUuid, SESSION } from "../fixture.ts";
import type { JournalPort } from "../outbox/second-home.ts";
import type { CacheStores } from "../storage/cache-store.ts";
import { outboxPayload } from "../topics/outbox-topic.ts";
import { syncPayload } from "../topics/sync-topic.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

/** A journal as the background keeps it: what was put and not dropped. */
class FakeJournal implements JournalPort {
	readonly records = new Map<string, string>();
	isDown = false;

	readonly write = async ({ put, drop }: JournalBatch) => {
		if (this.isDown) return { ok: false, error: { kind: "unreachable", message: "gone" } } as const;
		for (const { id, text } of put) this.records.set(id, text);
		for (const id of drop) this.records.delete(id);
		return { ok: true, value: null } as const;
	};
	readonly read = async () => {
		if (this.isDown) return { ok: false, error: { kind: "unreachable", message: "gone" } } as const;
		const records = Array.from(this.records, ([id, text]) => ({ id, text }));
		return { ok: true, value: { records, next: null, damaged: 0 } } as const;
	};
}

class QuotaExceededError extends Error {
	override readonly name = "QuotaExceededError";
}

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

async function openOffline(station: Workstation, desk: FakeDesk): Promise<OpenWindow> {
	const window = await station.open();
	await untilQuiet([window]);
	desk.goDown();
	await pass(3_000);
	return window;
}

async function edit(window: OpenWindow, counter: number): Promise<string> {
	const edited = await window.calls.edit({
		ticketId: makeUuid(counter),
		set: { impact: 1 },
		note: { kind: "workNote", text: `note ${counter}` },
	});
	if (!edited.ok) throw new Error(edited.error.message);
	return edited.value.intentId;
}

const happened = (window: OpenWindow) =>
	syncPayload(window.model).happenings.map(({ code, count }) => [code, count]);

describe("the second home", () => {
	it("gives back what the outbox lost, sends it once, and is empty afterwards", async () => {
		const desk = makeDesk(5);
		const journal = new FakeJournal();
		const station = new Workstation(desk);
		station.journal = journal;
		const before = await openOffline(station, desk);
		const made = await before.calls.create({
			kind: "incident",
			set: { shortDescription: "Lost", callerId: "c1" },
		});
		const ids = [await edit(before, 1), await edit(before, 2)];
		await pass(10);
		expect(journal.records.size).toBe(3);
		await before.engine.dispose();

		const emptied = new Workstation(desk);
		emptied.journal = journal;
		const session = SESSION;
		await emptied.outbox.writeMeta("session", session);
		const after = await emptied.open();
		await pass(10);
		expect(happened(after)).toEqual([["restored-from-journal", 3]]);
		expect(outboxPayload(after.model).map(({ intent }) => intent.id)).toEqual(expect.arrayContaining(ids));
		expect(made.ok && after.model.generation?.views.rowOf(made.value.ticketId)?.number).toBe("NEW-1");
		const next = await after.calls.create({
			kind: "incident",
			set: { shortDescription: "Next", callerId: "c1" },
		});
		expect(next.ok && after.model.generation?.views.rowOf(next.value.ticketId)?.number).toBe("NEW-2");
		desk.isDown = false;
		after.calls.reconnect();
		await untilQuiet([after]);
		expect([...desk.appliedCounts.values()]).toEqual([1, 1, 1, 1]);
		await pass(10);
		expect(journal.records.size).toBe(0);
	});

	it("never gives back what a person discarded, though the journal did not hear of it", async () => {
		const desk = makeDesk(5);
		const journal = new FakeJournal();
		const station = new Workstation(desk);
		station.journal = journal;
		const before = await openOffline(station, desk);
		const id = await edit(before, 1);
		await pass(10);
		journal.isDown = true;
		await before.calls.discardIntent(id);
		await before.engine.dispose();
		expect(journal.records.has(id)).toBe(true);
		journal.isDown = false;
		const after = await station.open();
		await pass(1_000);
		expect(outboxPayload(after.model)).toEqual([]);
		expect(journal.records.size).toBe(0);
	});

	it("gets what it missed while it was away, and holds no edit up", async () => {
		const desk = makeDesk(5);
		const journal = new FakeJournal();
		journal.isDown = true;
		const station = new Workstation(desk);
		station.journal = journal;
		const window = await openOffline(station, desk);
		await edit(window, 1);
		journal.isDown = false;
		await pass(60_000);
		expect(journal.records.size).toBe(1);
	});
});

describe("the recovery ladder", () => {
	it("opens the outbox at the third try", async () => {
		const desk = makeDesk(3);
		const station = new Workstation(desk);
		let tries = 0;
		station.openOutbox = async () => {
			tries += 1;
			if (tries < 3) throw new Error("the database is busy");
			return station.outbox;
		};
		const opening = station.open();
		await pass(1_000);
		const window = await opening;
		expect(syncPayload(window.model)).toMatchObject({ storage: "cache", problem: null, happenings: [] });
	});

	it("goes on in memory without an outbox, says so, and fills it from the journal", async () => {
		const desk = makeDesk(3);
		const journal = new FakeJournal();
		const station = new Workstation(desk);
		station.journal = journal;
		const first = await openOffline(station, desk);
		await edit(first, 1);
		await pass(10);
		await first.engine.dispose();
		station.openOutbox = async () => {
			throw new Error("the disk is gone");
		};
		desk.isDown = false;
		const opening = station.open();
		await pass(1_000);
		const window = await opening;
		await untilQuiet([window]);
		expect(syncPayload(window.model).storage).toBe("memory");
		expect(happened(window)).toEqual([
			["restored-from-journal", 1],
			["outbox-in-memory", 0],
		]);
		expect([...desk.appliedCounts.values()]).toEqual([1]);
	});

	it.each([
		["damaged", "cache-rebuilt", { columns: [{ index: 0, count: 9 }] }],
		["of another version", "cache-of-other-version", { state: { format: "older", epoch: "e1", cursor: 1 } }],
	])("begins a cache anew that is %s, and leaves edits and drafts alone", async (_name, code, broken) => {
		const desk = makeDesk(20);
		const station = new Workstation(desk);
		const first = await openOffline(station, desk);
		await edit(first, 1);
		await first.calls.saveDraft({ key: "ticket:1:comment", text: "Dear", known: null });
		await first.engine.dispose();
		station.caches = breakOnce(station.caches, broken);
		const window = await station.open();
		await pass(10);
		expect(happened(window)).toEqual([[code, 0]]);
		expect(outboxPayload(window.model)).toHaveLength(1);
		expect((await window.calls.loadDraft("ticket:1:comment")).text).toBe("Dear");
		desk.isDown = false;
		window.calls.reconnect();
		await untilQuiet([window]);
		expect(window.model.generation?.views.counts().all).toBe(20);
		expect(syncPayload(window.model)).toMatchObject({ storage: "cache", pending: 0 });
	});

	it("reads the cache again when a write fails, and begins it anew when that goes on", async () => {
		const desk = makeDesk(20);
		const station = new Workstation(desk);
		const failing = { count: 0 };
		station.caches = failWrites(station.caches, failing, () => new Error("the connection is lost"));
		const window = await station.open();
		await untilQuiet([window]);
		failing.count = 3;
		desk.change(makeUuid(1), { impact: 1 }, Date.now());
		await untilQuiet([window]);
		await pass(60_000);
		expect(window.model.generation?.views.rowOf(makeUuid(1))?.impact).toBe(1);
		expect(happened(window).map(([code]) => code)).toEqual(["cache-rebuilt", "cache-reopened"]);
		expect(syncPayload(window.model)).toMatchObject({ storage: "cache", problem: null });
	});

	it("makes room for an edit by throwing away what can be fetched again", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		const other = await station.caches.open("e0-p1");
		other.close();
		let isFull = false;
		const { outbox } = station;
		station.openOutbox = async () => ({
			...outbox,
			add: async (isProvisional, make) => {
				if (isFull && (await station.caches.names()).length > 1) throw new QuotaExceededError("full");
				return outbox.add(isProvisional, make);
			},
		});
		const window = await station.open();
		await pass(3_000);
		isFull = true;
		desk.goDown();
		await edit(window, 1);
		expect(await station.caches.names()).toEqual([window.model.generation?.name]);
		expect(happened(window)).toEqual([["space-made", 0]]);
		expect(outboxPayload(window.model)).toHaveLength(1);
	});

	it("keeps no more histories before the room is used up", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		station.estimateRoom = async () => ({ usage: 980, quota: 1_000 });
		const window = await station.open();
		await untilQuiet([window]);
		await pass(10_000);
		expect(happened(window)).toEqual([["space-short", 0]]);
	});

	it("exports what is unsent on every rung, also without a cache", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		const { outbox } = station;
		const first = await openOffline(station, desk);
		await edit(first, 1);
		await first.calls.saveDraft({ key: "ticket:2:comment", text: "Dear", known: null });
		await first.engine.dispose();
		station.openOutbox = async () => ({
			...outbox,
			listUnreadable: async () => [{ id: "x", personId: "p1" }],
		});
		const dead = async () => {
			throw new Error("the disk is gone");
		};
		station.caches = { open: dead, remove: dead, names: dead };
		const opening = station.open();
		await pass(2_000);
		const window = await opening;
		expect(syncPayload(window.model).storage).toBe("memory");
		const exported = JSON.parse(await window.calls.exportUnsent());
		expect(exported).toMatchObject({
			personId: "p1",
			unsent: [{ intent: { note: { text: "note 1" } } }],
			drafts: [{ text: "Dear" }],
			unreadable: [{ id: "x" }],
		});
		expect(happened(window)).toContainEqual(["entries-set-aside", 1]);
	});
});

describe("two windows that both believe to be the one that writes", () => {
	it("have the same cache again as soon as one of them begins it anew", async () => {
		const station = new Workstation(makeDesk(5));
		station.isLockShared = true;
		const one = await station.open();
		const two = await station.open();
		await untilQuiet([one, two]);
		expect([one.model.isWriter, two.model.isWriter]).toEqual([true, true]);
		const instanceOf = ({ model }: OpenWindow) => model.generation?.cache.state.instance;
		const before = instanceOf(one);
		await station.caches.remove(one.model.generation?.name ?? "");
		// The other one hears of it, looks at the disk, and fetches all of it.
		await one.engine.outboxChanged();
		// Sooner than any of them looks by itself.
		await pass(3_000);
		expect(instanceOf(two)).not.toBe(before);
		expect(instanceOf(one)).toBe(instanceOf(two));
		for (const { model } of [one, two])
			expect((await model.generation?.cache.readBase(makeUuid(3)))?.id).toBe(makeUuid(3));
	});
});

describe("people at one workstation", () => {
	const OTHER = { ...SESSION, person: { ...SESSION.person, id: "p2", name: "Bo Agent" } } as typeof SESSION;

	it("work on with a sign-in that ended, and everything is sent when they are back", async () => {
		const desk = makeDesk(5);
		const window = await openOffline(new Workstation(desk), desk);
		desk.session = { ...SESSION, person: null, roles: [] };
		desk.isDown = false;
		window.calls.reconnect();
		await pass(3_000);
		expect(syncPayload(window.model).state).toBe("signed-out");
		await edit(window, 1);
		expect(window.model.generation?.views.rowOf(makeUuid(1))?.impact).toBe(1);
		desk.session = SESSION;
		await window.calls.refreshSession();
		await untilQuiet([window]);
		expect([...desk.appliedCounts.values()]).toEqual([1]);
	});

	it("see nothing of each other, and each finds their own again", async () => {
		const desk = makeDesk(5);
		const window = await openOffline(new Workstation(desk), desk);
		await edit(window, 1);
		await window.calls.saveDraft({ key: "ticket:1:comment", text: "Ada’s", known: null });
		desk.session = OTHER;
		desk.isDown = false;
		await window.calls.refreshSession();
		await untilQuiet([window]);
		expect(outboxPayload(window.model)).toEqual([]);
		expect(window.model.generation?.views.rowOf(makeUuid(1))?.impact).toBe(3);
		expect(await window.calls.listDrafts()).toEqual([]);
		expect(JSON.parse(await window.calls.exportUnsent())).toMatchObject({ unsent: [], drafts: [] });
		expect(desk.appliedCounts.size).toBe(0);
		desk.session = SESSION;
		await window.calls.refreshSession();
		expect((await window.calls.loadDraft("ticket:1:comment")).text).toBe("Ada’s");
		await untilQuiet([window]);
		expect([...desk.appliedCounts.values()]).toEqual([1]);
	});

	it("who sign in where no other window hears of it have their tickets in all of them", async () => {
		const station = new Workstation(makeDesk(5));
		const one = await station.open();
		const two = await station.open();
		await untilQuiet([one, two]);
		expect([one.model.isWriter, two.model.isWriter]).toEqual([true, false]);
		station.isMute = true;
		station.desk.session = OTHER;
		await two.calls.refreshSession();
		// Before the feed of who was here falls silent.
		await pass(11_000);
		for (const { model } of [one, two])
			expect([model.session?.person?.id, model.generation?.views.counts().all]).toEqual(["p2", 5]);
	});

	it("who lost a right find their edits again, each with its content", async () => {
		const desk = makeDesk(5);
		const window = await openOffline(new Workstation(desk), desk);
		await edit(window, 1);
		await edit(window, 2);
		const message = "Your role may read tickets but not change them.";
		desk.intentsFailure = { kind: "refused", status: 403, code: "forbidden", message, path: undefined };
		desk.isDown = false;
		window.calls.reconnect();
		await pass(10_000);
		expect(outboxPayload(window.model)).toMatchObject([
			{ state: "needs-you", reason: { message }, intent: { note: { text: "note 1" } } },
			{ state: "needs-you", reason: { message }, intent: { note: { text: "note 2" } } },
		]);
	});
});

/** Stores whose first opening reads something broken. */
function breakOnce(stores: CacheStores, broken: object): CacheStores {
	let isBroken = true;
	return {
		...stores,
		open: async (name) => {
			const store = await stores.open(name);
			if (!isBroken) return store;
			isBroken = false;
			return { ...store, load: async () => ({ ...(await store.load()), ...broken }) as never };
		},
	};
}

/** Stores of which so many writes fail. */
function failWrites(stores: CacheStores, failing: { count: number }, makeError: () => Error): CacheStores {
	return {
		...stores,
		open: async (name) => {
			const store = await stores.open(name);
			return {
				...store,
				commit: async (commit) => {
					failing.count -= 1;
					if (failing.count >= 0) throw makeError();
					return store.commit(commit);
				},
			};
		},
	};
}
