import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import { openCache } from "../cache/open-cache.ts";
import { systemClock } from "../clock.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeChangeEntry } from "../outbox/make-entry.ts";
import { dexieCacheStores } from "./dexie-cache-store.ts";
import { openOutboxStore } from "./dexie-outbox-store.ts";
import type { HappeningCode } from "./happening.ts";
import type { OutboxStore } from "./outbox-store.ts";

const GENERATION = { name: "e1-p1", epoch: "e1", makeId: () => "i1", now: () => 1 };
const DATABASE = "deskwatch-cache-e1-p1";

afterEach(async () => {
	for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

function addEntry(store: OutboxStore, counter: number) {
	const ticket = makeTicket(1);
	return store.add(false, (numbers) =>
		makeChangeEntry(
			{ shown: ticket, base: ticket },
			{ ticketId: ticket.id, set: { impact: 1 } },
			{ intentId: makeUuid(counter), personId: "p1", occurredAt: 1, numbers },
		),
	);
}

/** The browser takes the connection away, as it does when its own store is reset. */
function loseConnection(name: string): void {
	const { connections } = Dexie as unknown as { readonly connections: readonly Dexie[] };
	for (const open of connections) if (open.name === name) open.backendDB()?.close();
}

async function open() {
	const rebuilt: HappeningCode[] = [];
	const cache = await openCache(dexieCacheStores, GENERATION, {
		clock: systemClock,
		onRebuilt: (code) => rebuilt.push(code),
	});
	return { cache, rebuilt };
}

describe("an outbox in IndexedDB", () => {
	it("goes on whenever the connection was lost", async () => {
		const store = await openOutboxStore();
		await addEntry(store, 1);
		for (const counter of [2, 3, 4, 5, 6]) {
			loseConnection("deskwatch-outbox");
			await addEntry(store, counter);
		}
		expect(await store.list("p1", ["pending"])).toHaveLength(6);
		store.close();
	});

	it("sets an unreadable entry aside and keeps the others", async () => {
		const store = await openOutboxStore();
		await addEntry(store, 1);
		await addEntry(store, 2);
		await addEntry(store, 3);
		const raw = await new Dexie("deskwatch-outbox").open();
		const broken = { ...(await raw.table("entries").get(makeUuid(2))), intent: "half a rec" };
		await raw.table("entries").put(broken);
		raw.close();
		expect((await store.list("p1", ["pending"])).map(({ id }) => id)).toEqual([makeUuid(1), makeUuid(3)]);
		expect(await store.listUnreadable("p1")).toEqual([broken]);
		expect(await store.listUnreadable("p2")).toEqual([]);
		store.close();
	});

	it("is opened by this version though a later one has raised its number", async () => {
		const store = await openOutboxStore();
		await addEntry(store, 1);
		store.close();
		const later = new Dexie("deskwatch-outbox");
		later.version(7).stores({
			entries: "id, [personId+phase]",
			drafts: "[personId+key], personId",
			meta: "key",
			more: "id",
		});
		await later.open();
		later.close();
		const again = await openOutboxStore();
		expect(await again.list("p1", ["pending"])).toHaveLength(1);
		again.close();
	});
});

describe("a cache in IndexedDB", () => {
	it("is begun anew where a store is missing, and where one is empty", async () => {
		const bare = new Dexie(DATABASE);
		bare.version(1).stores({ meta: "key" });
		await bare.open();
		await bare.table("meta").put({ key: "state", value: { format: "1 x", epoch: "e1", cursor: 7 } });
		bare.close();
		const { cache, rebuilt } = await open();
		expect(cache.cursor).toBe(0);
		expect(rebuilt).toHaveLength(1);
		cache.store.close();
		expect((await open()).rebuilt).toEqual([]);
	});

	it("writes on when the connection was lost", async () => {
		const { cache } = await open();
		loseConnection(DATABASE);
		await cache.store.writeHistories([{ ticketId: "t1", history: [], alertIds: [], usedAt: 1 }]);
		expect(await cache.store.readHistory("t1")).toMatchObject({ ticketId: "t1" });
		cache.store.close();
	});
});
