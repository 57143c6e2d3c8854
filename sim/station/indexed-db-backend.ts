import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { dexieCacheStores } from "../../renderer/worker/storage/dexie-cache-store.ts";
import { openOutboxStore } from "../../renderer/worker/storage/dexie-outbox-store.ts";
import type { Backend } from "./backend.ts";

// Dexie tells of every database that is deleted while another window has it open: here that is the plan.
console.warn = () => undefined;

/**
 * The stores as they are in a browser, over an IndexedDB in memory: slower by far, and of one workstation
 * only, as a process has one IndexedDB.
 */
export function makeIndexedDbBackend(): Backend {
	return { openOutbox: openOutboxStore, caches: dexieCacheStores, dispose: removeAll };
}

async function removeAll(): Promise<void> {
	// Windows that crashed never closed theirs.
	const { connections } = Dexie as unknown as { readonly connections: readonly Dexie[] };
	for (const connection of [...connections]) connection.close();
	for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}
