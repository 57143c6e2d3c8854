import { expect, it } from "vitest";
import { makeTicket } from "../fixture.ts";
import type { CacheStore, RowSegment } from "../storage/cache-store.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { EMPTY_STATE } from "./open-cache.ts";
import { packTicket } from "./pack-ticket.ts";
import { RowSegments } from "./row-segments.ts";

const STATE = { ...EMPTY_STATE, format: "f", epoch: "e1", instance: "i1" };

function segmentOf(revision: number): RowSegment {
	return { index: 0, rows: [packTicket(makeTicket(1, { revision }))] };
}

async function storeAt(revision: number): Promise<CacheStore> {
	const store = await makeMemoryCacheStores().open("rows");
	await store.commit({ expectedCursor: 0, state: STATE, rows: [segmentOf(revision)] });
	return store;
}

/** The first answer is on its way until it is let through. */
function withSlowAnswer(store: CacheStore) {
	const gate = Promise.withResolvers<void>();
	let isFirst = true;
	const readRows: CacheStore["readRows"] = async (index) => {
		const read = await store.readRows(index);
		if (isFirst) {
			isFirst = false;
			await gate.promise;
		}
		return read;
	};
	return { store: { ...store, readRows }, letThrough: gate.resolve };
}

it("a segment that was read before a newer one was written does not take its place", async () => {
	const { store, letThrough } = withSlowAnswer(await storeAt(1));
	const rows = new RowSegments(store);
	const reading = rows.read(0);
	await Promise.resolve();
	rows.noteWritten([segmentOf(2)]);
	letThrough();
	expect((await reading)?.revision).toBe(2);
	expect((await rows.read(0))?.revision).toBe(2);
});

it("a segment that was read before another window wrote is read again", async () => {
	const disk = await storeAt(1);
	const { store, letThrough } = withSlowAnswer(disk);
	const rows = new RowSegments(store);
	const reading = rows.read(0);
	await Promise.resolve();
	await disk.commit({ expectedCursor: 0, state: STATE, rows: [segmentOf(2)] });
	rows.forget();
	letThrough();
	expect((await reading)?.revision).toBe(2);
	expect((await rows.read(0))?.revision).toBe(2);
});
