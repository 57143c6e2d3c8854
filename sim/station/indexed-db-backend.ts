import "fake-indexeddb/auto";
import { indexedDB } from "fake-indexeddb";
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

/** Windows that crashed never closed theirs: a deletion closes them. */
async function removeAll(): Promise<void> {
	for (const { name } of await indexedDB.databases()) if (name !== undefined) await remove(name);
}

function remove(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});
}
