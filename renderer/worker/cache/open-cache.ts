import type { CacheState, CacheStore, CacheStores } from "../storage/cache-store.ts";
import type { Clocks } from "./clock-columns.ts";
import { LAYOUT } from "./generation-name.ts";
import { TicketCache } from "./ticket-cache.ts";

export const EMPTY_STATE: Omit<CacheState, "format" | "epoch"> = {
	instance: "",
	cursor: 0,
	foldedTo: 0,
	head: 0,
	isComplete: false,
	firstHead: 0,
	hasWorkingSet: false,
	endedFrom: 0,
	widening: null,
	sideSteps: 0,
};

export interface Generation {
	readonly name: string;
	readonly epoch: string;
	readonly clocks: Clocks;
	readonly makeId: () => string;
}

/** Opens a generation and reads it; one that is foreign or damaged is thrown away and begun anew. */
export async function openCache(stores: CacheStores, generation: Generation): Promise<TicketCache> {
	const store = await stores.open(generation.name);
	try {
		return await readCache(store, generation);
	} catch {
		// Whatever is wrong with it, it can be fetched again: that is what a cache is for.
		store.close();
		await stores.remove(generation.name);
		return readCache(await stores.open(generation.name), generation);
	}
}

/** @throws where the cache is foreign or damaged */
async function readCache(store: CacheStore, { epoch, clocks, makeId }: Generation): Promise<TicketCache> {
	const format = `${LAYOUT} ${clocks.key}`;
	const emptyState: CacheState = { ...EMPTY_STATE, format, epoch, instance: makeId() };
	const snapshot = await store.load();
	if (snapshot.state && snapshot.state.format !== format) throw new Error("the cache has another format");
	return new TicketCache({ store, snapshot, emptyState, clocks });
}
