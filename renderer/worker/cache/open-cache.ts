import { type Clock, systemClock, tryThrice } from "../clock.ts";
import type { CacheSnapshot, CacheState, CacheStore, CacheStores } from "../storage/cache-store.ts";
import type { HappeningCode } from "../storage/happening.ts";
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
	clocks: "",
};

export interface Generation {
	readonly name: string;
	readonly epoch: string;
	readonly makeId: () => string;
	/** By the desk's clock. */
	readonly now: () => number;
}

export interface OpenOptions {
	readonly clock: Clock;
	/** It was thrown away, and why: it is fetched again. */
	readonly onRebuilt: (code: HappeningCode) => void;
}

/** It was written in another layout. */
class OtherFormatError extends Error {
	override readonly name = "OtherFormatError";
}

/**
 * Opens a generation and reads it. One that can't be opened is tried three times; one that is foreign or
 * damaged is thrown away and begun anew. Throws where not even that is possible.
 */
export async function openCache(
	stores: CacheStores,
	generation: Generation,
	{ clock, onRebuilt }: OpenOptions = { clock: systemClock, onRebuilt: () => undefined },
): Promise<TicketCache> {
	const { name } = generation;
	try {
		return readSnapshot(await tryThrice(clock, () => openAndLoad(stores, name)), generation);
	} catch (error) {
		// Whatever is wrong with it, it can be fetched again: that is what a cache is for.
		await stores.remove(name);
		const cache = readSnapshot(await openAndLoad(stores, name), generation);
		onRebuilt(error instanceof OtherFormatError ? "cache-of-other-version" : "cache-rebuilt");
		return cache;
	}
}

interface Loaded {
	readonly store: CacheStore;
	readonly snapshot: CacheSnapshot;
}

async function openAndLoad(stores: CacheStores, name: string): Promise<Loaded> {
	const store = await stores.open(name);
	try {
		return { store, snapshot: await store.load() };
	} catch (error) {
		store.close();
		throw error;
	}
}

/** @throws where the cache is foreign or damaged */
function readSnapshot({ store, snapshot }: Loaded, { epoch, makeId, now }: Generation): TicketCache {
	const format = String(LAYOUT);
	const emptyState: CacheState = { ...EMPTY_STATE, format, epoch, instance: makeId() };
	try {
		if (snapshot.state && snapshot.state.format !== format) throw new OtherFormatError(snapshot.state.format);
		return new TicketCache({ store, snapshot, emptyState, now });
	} catch (error) {
		store.close();
		throw error;
	}
}
