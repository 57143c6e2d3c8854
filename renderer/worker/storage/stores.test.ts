import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, it } from "vitest";
import { EMPTY_STATE } from "../cache/open-cache.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeChangeEntry } from "../outbox/make-entry.ts";
import { type CacheStores, CursorMovedError } from "./cache-store.ts";
import { dexieCacheStores } from "./dexie-cache-store.ts";
import { openOutboxStore } from "./dexie-outbox-store.ts";
import { makeMemoryCacheStores } from "./memory-cache-store.ts";
import { makeMemoryOutboxStore } from "./memory-outbox-store.ts";
import type { EntryNumbers, OutboxEntry, OutboxStore } from "./outbox-store.ts";

const STATE = { ...EMPTY_STATE, format: "f", epoch: "e1", instance: "i1", cursor: 5, isComplete: true };

describe.each<[string, () => CacheStores]>([
	["IndexedDB", () => dexieCacheStores],
	["memory", makeMemoryCacheStores],
])("a cache in %s", (_name, make) => {
	let stores: CacheStores;
	beforeEach(async () => {
		stores = make();
		for (const name of await stores.names()) await stores.remove(name);
	});

	it("is empty at first and then what was committed, all of it or nothing", async () => {
		const store = await stores.open("one");
		expect(await store.load()).toEqual({ state: null, columns: [], things: [], log: [] });
		await store.commit({
			expectedCursor: 0,
			state: STATE,
			log: { cursor: 5, text: "[]" },
			rows: [{ index: 2, rows: ["a", null] }],
			things: [{ kind: "team", text: "[]" }],
		});
		const other = { ...STATE, cursor: 9 };
		await expect(
			store.commit({ expectedCursor: 4, state: other, rows: [{ index: 2, rows: ["b"] }], dropLogTo: 9 }),
		).rejects.toThrow(CursorMovedError);
		expect(await store.readRows(2)).toEqual({ index: 2, rows: ["a", null] });
		expect(await store.readLog(4)).toEqual({ state: STATE, log: [{ cursor: 5, text: "[]" }] });
		expect((await store.readLog(5)).log).toEqual([]);
		await store.commit({ expectedCursor: 5, state: other, dropLogTo: 5 });
		expect(await store.load()).toMatchObject({ state: other, log: [], things: [{ kind: "team" }] });
		store.close();
		expect(await stores.names()).toEqual(["one"]);
		await stores.remove("one");
		expect(await (await stores.open("one")).readRows(2)).toBe(undefined);
	});

	it("keeps files until they are removed", async () => {
		const store = await stores.open("three");
		const file = { id: "a", blob: new Blob(["one"]), sizeBytes: 3, usedAt: 1 };
		await store.writeFile(file);
		await store.writeFile({ ...file, id: "b" });
		expect(await (await store.readFile("a"))?.blob.text()).toBe("one");
		await store.removeFile("a");
		expect((await store.listFiles()).map(({ id }) => id)).toEqual(["b"]);
		store.close();
	});

	it("keeps the histories used last", async () => {
		const store = await stores.open("two");
		const record = (ticketId: string, usedAt: number) => ({ ticketId, usedAt, history: [], alertIds: [] });
		await store.writeHistories([record("a", 3), record("b", 1), record("c", 2)]);
		await store.trimHistories(2);
		expect(await store.readHistory("b")).toBe(undefined);
		expect(await store.readHistory("c")).toEqual(record("c", 2));
		store.close();
	});
});

describe.each<[string, () => Promise<OutboxStore>]>([
	["IndexedDB", openOutboxStore],
	["memory", async () => makeMemoryOutboxStore()],
])("an outbox in %s", (_name, open) => {
	const ticket = makeTicket(1);
	const entryFor = (counter: number, personId: string) => (numbers: EntryNumbers) =>
		makeChangeEntry(
			{ shown: ticket, base: ticket },
			{ ticketId: ticket.id, set: { impact: 1 } },
			{ intentId: makeUuid(counter), personId, occurredAt: 1, numbers },
		);

	it("numbers entries in one transaction with writing them, and keeps people apart", async () => {
		const store = await open();
		const [one, two] = await Promise.all([
			store.add(false, entryFor(1, "p1")),
			store.add(true, entryFor(2, "p1")),
		]);
		await store.add(false, entryFor(3, "p2"));
		expect(new Set([one.order, two.order]).size).toBe(2);
		const own = await store.list("p1", ["pending"]);
		expect(own.map((entry) => entry.id).sort()).toEqual([makeUuid(1), makeUuid(2)]);
		expect(own.map((entry) => entry.order)).toEqual([...own.map((entry) => entry.order)].sort());
		await store.update(
			[makeUuid(1), makeUuid(9)],
			(entry): OutboxEntry => ({ ...entry, phase: "needs-you" }),
		);
		await store.update([makeUuid(2)], () => null);
		expect(await store.list("p1", ["pending"])).toEqual([]);
		expect((await store.list("p1", ["needs-you", "pending"])).map((entry) => entry.id)).toEqual([
			makeUuid(1),
		]);
		await store.replace(makeUuid(1), { ...one, id: makeUuid(4), intent: { ...one.intent, id: makeUuid(4) } });
		expect((await store.list("p1", ["pending"])).map((entry) => entry.id)).toEqual([makeUuid(4)]);
		store.close();
	});

	it("writes many in one step, numbered on from the last: all of them or none", async () => {
		const store = await open();
		const { order } = await store.add(false, entryFor(40, "p3"));
		const added = await store.addAll([41, 42, 43].map((counter) => entryFor(counter, "p3")));
		expect(added.map((entry) => entry.order)).toEqual([order + 1, order + 2, order + 3]);
		expect(await store.readCounter("order")).toBe(order + 3);
		const failing = (): never => {
			throw new Error("no");
		};
		await expect(store.addAll([entryFor(44, "p3"), failing])).rejects.toThrow("no");
		expect(await store.readCounter("order")).toBe(order + 3);
		const kept = await store.list("p3", ["pending"]);
		expect(kept.map(({ id }) => id)).toEqual([40, 41, 42, 43].map(makeUuid));
		store.close();
	});

	it("keeps files by draft, and takes them out of it with the entry that names them", async () => {
		const store = await open();
		const file = {
			id: makeUuid(20),
			personId: "p1",
			draftKey: "new:incident",
			name: "a.txt",
			mediaType: "text/plain",
			sizeBytes: 3,
			addedAt: 1,
			blob: new Blob(["one"]),
		};
		await store.files.add({ ...file, id: makeUuid(21) });
		await store.files.add(file);
		await store.files.add({ ...file, id: makeUuid(22), personId: "p2" });
		const draftIds = async () => (await store.files.ofDraft("p1", "new:incident")).map(({ id }) => id);
		expect(await draftIds()).toEqual([makeUuid(20), makeUuid(21)]);
		await store.files.move([makeUuid(21), makeUuid(99)], null);
		expect(await draftIds()).toEqual([makeUuid(20)]);
		await store.files.move([makeUuid(21)], "new:incident");
		expect(await draftIds()).toEqual([makeUuid(20), makeUuid(21)]);
		await store.add(false, (numbers) =>
			makeChangeEntry(
				{ shown: ticket, base: ticket },
				{ ticketId: ticket.id, set: {} },
				{ intentId: makeUuid(23), personId: "p1", occurredAt: 1, numbers, files: [file] },
			),
		);
		expect(await draftIds()).toEqual([makeUuid(21)]);
		expect(await (await store.files.read(makeUuid(20)))?.blob.text()).toBe("one");
		expect(await store.files.list("p1")).toHaveLength(2);
		await store.files.remove([makeUuid(20), makeUuid(21)]);
		expect(await store.files.list("p1")).toEqual([]);
		store.close();
	});

	it("keeps drafts by person and key, and an empty one not at all", async () => {
		const store = await open();
		const draft = { personId: "p1", key: "ticket:1:comment", text: "Dear", savedAt: 1, windowId: "w1" };
		await store.saveDraft({ ...draft, known: null });
		await store.saveDraft({ ...draft, personId: "p2", text: "Other", known: null });
		expect(await store.loadDraft("p1", draft.key)).toEqual(draft);
		await store.saveDraft({ ...draft, text: "Sir", windowId: "w2", known: null });
		const texts = (await store.listDrafts("p1")).map(({ key, text }) => [key, text]);
		expect(new Map(texts as [string, string][])).toEqual(
			new Map([
				[draft.key, "Sir"],
				[`${draft.key}#w1`, "Dear"],
			]),
		);
		await store.saveDraft({ ...draft, text: "", known: "Sir" });
		expect(await store.listDrafts("p1")).toEqual([]);
		expect(await store.listDrafts("p2")).toHaveLength(1);
		const fence = await store.raise("fence");
		expect(await store.raise("fence")).toBe(fence + 1);
		store.close();
	});
});

describe("an outbox that an older version wrote", () => {
	it("is opened with all that is in it", async () => {
		await Dexie.delete("deskwatch-outbox");
		const old = new Dexie("deskwatch-outbox");
		old.version(1).stores({
			entries: "id, [personId+phase]",
			drafts: "[personId+key], personId",
			meta: "key",
		});
		const draft = { personId: "p1", key: "ticket:1:comment", text: "Dear", savedAt: 1 };
		await old.table("drafts").add(draft);
		await old.table("meta").add({ key: "deviceId", value: "d1" });
		old.close();
		const store = await openOutboxStore();
		expect(await store.listDrafts("p1")).toEqual([{ ...draft, windowId: "earlier" }]);
		expect(await store.readMeta("deviceId")).toBe("d1");
		expect(await store.files.list("p1")).toEqual([]);
		store.close();
	});
});
