import { expect, it } from "vitest";
import type { ChangePage } from "../../../shared/api/changes.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import type { CacheStore } from "../storage/cache-store.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { EMPTY_STATE } from "./open-cache.ts";
import { TicketCache } from "./ticket-cache.ts";

const PAGE_TICKETS = 8_200;
const PAGES = 6;

/** Page `index`, from 0 on, of a desk with `PAGES` of them. */
function pageOf(index: number): ChangePage {
	const first = index * PAGE_TICKETS + 1;
	return {
		epoch: "e1",
		head: PAGES * PAGE_TICKETS,
		next: first + PAGE_TICKETS - 1,
		hasMore: index + 1 < PAGES,
		left: (PAGES - 1 - index) * PAGE_TICKETS,
		serverTime: 0,
		changes: Array.from({ length: PAGE_TICKETS }, (_, row) => {
			const ticket = makeTicket(first + row);
			return { seq: first + row, kind: "ticket", id: ticket.id, row: ticket };
		}),
	};
}

async function openCache(store: CacheStore): Promise<TicketCache> {
	const emptyState = { ...EMPTY_STATE, format: "test", epoch: "e1", instance: "i1" };
	return new TicketCache({ store, snapshot: await store.load(), emptyState, now: () => 1_800_000_000_000 });
}

/** A disk whose every write waits until the test says how it ends. */
async function makeSlowDisk() {
	const disk = await makeMemoryCacheStores().open("test");
	const waiting: { readonly write: () => void; readonly fail: () => void }[] = [];
	const store: CacheStore = {
		...disk,
		commit: async (commit) => {
			await new Promise<void>((resolve, reject) =>
				waiting.push({ write: resolve, fail: () => reject(new Error("the disk refuses")) }),
			);
			await disk.commit(commit);
		},
	};
	return { disk, store, waiting };
}

it("takes in the next pages of a first synchronisation while the last ones are written, each where it belongs", async () => {
	const { disk, store, waiting } = await makeSlowDisk();
	const cache = await openCache(store);
	for (let index = 0; index < 3; index += 1) await cache.commitPage(pageOf(index));
	await expect.poll(() => waiting.length).toBe(1);
	expect(cache.cursor).toBe(3 * PAGE_TICKETS);
	expect(cache.writtenCursor).toBe(0);
	waiting.shift()?.write();
	await expect.poll(() => cache.writtenCursor).toBe(2 * PAGE_TICKETS);
	const early = await openCache(disk);
	expect([early.cursor, early.columns.size]).toEqual([2 * PAGE_TICKETS, 2 * PAGE_TICKETS]);
	const rest = (async () => {
		for (let index = 3; index < PAGES; index += 1) await cache.commitPage(pageOf(index));
	})();
	for (let write = 0; write < 2; write += 1) {
		await expect.poll(() => waiting.length).toBe(1);
		waiting.shift()?.write();
	}
	await rest;
	const whole = await openCache(disk);
	expect([whole.cursor, whole.isComplete, whole.columns.size]).toEqual([
		PAGES * PAGE_TICKETS,
		true,
		PAGES * PAGE_TICKETS,
	]);
	for (const counter of [1, PAGE_TICKETS, 3 * PAGE_TICKETS, PAGES * PAGE_TICKETS])
		expect(await whole.readBase(makeUuid(counter))).toEqual(makeTicket(counter));
});

it("tells with the next write that one was refused, and leaves the disk as it was", async () => {
	const { disk, store, waiting } = await makeSlowDisk();
	const cache = await openCache(store);
	for (let index = 0; index < 3; index += 1) await cache.commitPage(pageOf(index));
	await expect.poll(() => waiting.length).toBe(1);
	waiting.shift()?.fail();
	await expect(cache.commitPage(pageOf(3))).rejects.toThrow("the disk refuses");
	expect((await openCache(disk)).cursor).toBe(0);
});
