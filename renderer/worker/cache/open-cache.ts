import type { CacheState, CacheStore, CacheStores } from "../storage/cache-store.ts";
import type { Clocks } from "./clock-columns.ts";
import { TicketCache } from "./ticket-cache.ts";

/** Raised with every change of what lies on disk. */
const LAYOUT = 2;

export interface Generation {
	readonly name: string;
	readonly epoch: string;
	readonly clocks: Clocks;
	readonly makeId: () => string;
}

/** What a generation is called: another desk past or another person is another cache. */
export function generationName(epoch: string, personId: string): string {
	return `${epoch}-${personId}`;
}

/** Whether a generation is one person's, of whatever past. */
export function isOfPerson(name: string, personId: string): boolean {
	return name.endsWith(`-${personId}`);
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
	const instance = makeId();
	const emptyState: CacheState = { format, epoch, instance, cursor: 0, foldedTo: 0, isComplete: false };
	const snapshot = await store.load();
	if (snapshot.state && snapshot.state.format !== format) throw new Error("the cache has another format");
	return new TicketCache({ store, snapshot, emptyState, clocks });
}
