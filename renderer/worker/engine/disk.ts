import { tryThrice } from "../clock.ts";
import { SecondHome } from "../outbox/second-home.ts";
import { withSecondHome } from "../outbox/with-second-home.ts";
import type { CacheStores } from "../storage/cache-store.ts";
import { addHappening, type HappeningCode } from "../storage/happening.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "../storage/memory-outbox-store.ts";
import type { OutboxStore } from "../storage/outbox-store.ts";
import { withRoom } from "../storage/with-room.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { Model } from "./model.ts";

/** Less than this is left, or more than this part is used: what can be fetched again is no longer kept. */
const SHORT_BYTES = 64 * 1_048_576;
const SHORT_PART = 0.95;

/** Where this window stores things: on disk, or in memory where the disk fails; and what became of it. */
export class Disk {
	readonly #parts: EngineParts;
	readonly #model: Model;
	readonly #secondHome: SecondHome | null;
	#store: OutboxStore = makeMemoryOutboxStore();
	#caches: CacheStores;
	#deviceId = "";

	constructor(parts: EngineParts, model: Model) {
		this.#parts = parts;
		this.#model = model;
		this.#caches = parts.caches;
		this.#secondHome = parts.journal ? new SecondHome(parts.journal, parts.clock) : null;
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
			const opened = await tryThrice(this.#parts.clock, this.#parts.openOutbox);
			this.#store = this.#follow(withRoom(opened, () => this.makeRoom()));
			const known = await this.#store.readMeta("deviceId");
			this.#deviceId = known ?? this.#model.makeId();
			if (!known) await this.#store.writeMeta("deviceId", this.#deviceId);
			this.#model.happenings = [
				...this.#model.happenings,
				...((await this.#store.readMeta("happenings")) ?? []),
			];
		} catch (error) {
			this.#store = this.#follow(makeMemoryOutboxStore());
			this.#deviceId = this.#model.makeId();
			this.fallToMemory(`Edits can’t be stored on this device: ${String(error)}`);
			await this.note("outbox-in-memory");
		}
	}

	/** From here on caches live in memory only, and the screen says why. */
	fallToMemory(problem: string): void {
		this.#model.storage = "memory";
		this.#model.problem = problem;
		this.#caches = makeMemoryCacheStores();
		this.#parts.onTouched("sync");
	}

	/** Says what happened to the storage, also after the next start. */
	async note(code: HappeningCode, count = 0): Promise<void> {
		const at = Math.round(this.#model.deskNow());
		this.#model.happenings = addHappening(this.#model.happenings, { code, at, count });
		this.#parts.onTouched("sync");
		// A disk too full even for this has other things to tell, and they are on screen.
		await this.#store.writeMeta("happenings", this.#model.happenings).catch(() => undefined);
	}

	/** Edits that the outbox lost come back from this device's journal; true where some did. */
	async reconcile(personId: string): Promise<boolean> {
		const unreadable = await this.#store.listUnreadable(personId);
		if (unreadable.length > 0) await this.note("entries-set-aside", unreadable.length);
		const found = await this.#secondHome?.reconcile(this.#store, personId);
		if (found?.damaged) await this.note("journal-damaged", found.damaged);
		if (!found?.restored) return false;
		await this.note("restored-from-journal", found.restored);
		return true;
	}

	/** How full what the browser grants is, 0–1; 0 where it does not say. */
	async fullness(): Promise<number> {
		const { usage, quota } = await this.#estimateRoom();
		return quota === 0 ? 0 : usage / quota;
	}

	/** Asks how much is left before a write fails. */
	async measureRoom(): Promise<void> {
		const { usage, quota } = await this.#estimateRoom();
		if (quota === 0) return;
		const isShort = quota - usage < SHORT_BYTES || usage / quota > SHORT_PART;
		if (isShort && !this.#model.isSpaceShort) await this.note("space-short");
		this.#model.isSpaceShort = isShort;
	}

	async #estimateRoom(): Promise<{ readonly usage: number; readonly quota: number }> {
		const { usage = 0, quota = 0 } = (await this.#parts.estimateRoom?.().catch(() => null)) ?? {};
		return { usage, quota };
	}

	/** What can be fetched again makes room for what can't: other caches, files, histories. */
	async makeRoom(): Promise<void> {
		this.#model.isSpaceShort = true;
		const { generation } = this.#model;
		for (const name of await this.#caches.names()) {
			if (name !== generation?.name) await this.#caches.remove(name);
		}
		const cached = generation?.cache.store;
		for (const { id } of (await cached?.listFiles()) ?? []) await cached?.removeFile(id);
		await cached?.trimHistories(0);
		await this.note("space-made");
	}

	#follow(store: OutboxStore): OutboxStore {
		return this.#secondHome ? withSecondHome(store, this.#secondHome) : store;
	}
}
