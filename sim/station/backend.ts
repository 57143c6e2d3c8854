import type { CacheStores } from "../../renderer/worker/storage/cache-store.ts";
import { makeMemoryCacheStores } from "../../renderer/worker/storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "../../renderer/worker/storage/memory-outbox-store.ts";
import type { OutboxStore } from "../../renderer/worker/storage/outbox-store.ts";

/** What lies under a workstation's virtual disk. */
export interface Backend {
	readonly openOutbox: () => Promise<OutboxStore>;
	readonly caches: CacheStores;
	/** Ends with the seed. */
	readonly dispose: () => Promise<void>;
}

/** Keeps what was committed and nothing else; the outbox outlives every window. */
export function makeMemoryBackend(): Backend {
	const outbox = makeMemoryOutboxStore();
	return {
		openOutbox: async () => outbox,
		caches: makeMemoryCacheStores(),
		dispose: async () => undefined,
	};
}
