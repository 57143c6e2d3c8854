import type { CacheStores } from "../storage/cache-store.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "../storage/memory-outbox-store.ts";
import type { OutboxStore } from "../storage/outbox-store.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { Model } from "./model.ts";

/** Where this window stores things: on disk, or in memory where the disk fails. */
export class Disk {
	readonly #parts: EngineParts;
	readonly #model: Model;
	#store: OutboxStore = makeMemoryOutboxStore();
	#caches: CacheStores;
	#deviceId = "";

	constructor(parts: EngineParts, model: Model) {
		this.#parts = parts;
		this.#model = model;
		this.#caches = parts.caches;
	}

	/** The unsent edits, drafts and single values of this workstation. */
	get store(): OutboxStore {
		return this.#store;
	}

	get caches(): CacheStores {
		return this.#caches;
	}

	get deviceId(): string {
		return this.#deviceId;
	}

	async open(): Promise<void> {
		try {
			this.#store = await this.#parts.openOutbox();
			const known = await this.#store.readMeta("deviceId");
			this.#deviceId = known ?? this.#model.makeId();
			if (!known) await this.#store.writeMeta("deviceId", this.#deviceId);
		} catch (error) {
			this.#store = makeMemoryOutboxStore();
			this.#deviceId = this.#model.makeId();
			this.fallToMemory(`Edits can’t be stored on this device: ${String(error)}`);
		}
	}

	/** From here on caches live in memory only, and the screen says why. */
	fallToMemory(problem: string): void {
		this.#model.storage = "memory";
		this.#model.problem = problem;
		this.#caches = makeMemoryCacheStores();
		this.#parts.onTouched("sync");
	}
}
