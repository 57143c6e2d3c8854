import type { CacheCommit, CacheStore, CacheStores } from "../../renderer/worker/storage/cache-store.ts";
import type { OutboxStore } from "../../renderer/worker/storage/outbox-store.ts";
import type { FaultKind, Faults } from "../faults.ts";
import type { Ledger } from "../people/ledger.ts";
import type { Life } from "../time/life.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";
import type { Trace } from "../trace.ts";
import type { Backend } from "./backend.ts";
import { DiskQueue } from "./disk-queue.ts";

export interface DiskParts {
	readonly scheduler: Scheduler;
	readonly random: Random;
	readonly faults: Faults;
	readonly backend: Backend;
	readonly trace: Trace;
	readonly ledger: Ledger;
}

const OUTBOX_WRITES: ReadonlySet<string> = new Set([
	"writeMeta",
	"raise",
	"add",
	"addAll",
	"update",
	"replace",
	"saveDraft",
]);
const CACHE_WRITES: ReadonlySet<string> = new Set(["commit", "writeHistories"]);

/** A workstation's disk with its two kinds of database: slow, sometimes full, sometimes broken. */
export class VirtualDisk {
	readonly #parts: DiskParts;
	readonly #outboxQueue: DiskQueue;
	readonly #cacheQueue: DiskQueue;
	/** No byte more, until somebody makes room. */
	isFull = false;
	/** Edits that a newer program wrote, and the windows whose program is too old to read them. */
	readonly #newer = new Set<string>();
	readonly #oldPrograms = new Set<Life>();
	/** Where each generation stands; `wentBack` names those whose cursor ever fell. */
	readonly #cursors = new Map<string, number>();
	readonly wentBack: string[] = [];

	constructor(parts: DiskParts) {
		this.#parts = parts;
		this.#outboxQueue = new DiskQueue(parts.scheduler, parts.random);
		this.#cacheQueue = new DiskQueue(parts.scheduler, parts.random);
	}

	/** What really lies there, for faults and for whoever judges. */
	get backend(): Backend {
		return this.#parts.backend;
	}

	noteEnd(life: Life): void {
		this.#outboxQueue.noteEnd(life);
		this.#cacheQueue.noteEnd(life);
	}

	async openOutbox(life: Life): Promise<OutboxStore> {
		const { backend, faults } = this.#parts;
		const store = await this.#outboxQueue.run(life, async () => {
			if (faults.strikes("openOutboxFails", 0.1)) throw new DOMException("cannot open", "UnknownError");
			return backend.openOutbox();
		});
		return this.#slow(this.#outboxQueue, life, this.#told(life, store), OUTBOX_WRITES, "quotaOutbox");
	}

	cachesFor(life: Life): CacheStores {
		const { backend, faults } = this.#parts;
		const { caches } = backend;
		return {
			open: async (name) => {
				const store = await this.#cacheQueue.run(life, async () => {
					if (faults.strikes("openCacheFails", 0.08)) throw new DOMException("cannot open", "UnknownError");
					return caches.open(name);
				});
				const watched: CacheStore = { ...store, commit: (commit) => this.#watchCommit(name, store, commit) };
				return this.#slow<CacheStore>(this.#cacheQueue, life, watched, CACHE_WRITES, "quotaCache");
			},
			remove: (name) =>
				this.#cacheQueue.run(life, () => {
					this.forget(name);
					return caches.remove(name);
				}),
			names: () => this.#cacheQueue.run(life, () => caches.names()),
		};
	}

	/** Whether a window's program passes this edit over. */
	hides(life: Life, intentId: string): boolean {
		return this.#oldPrograms.has(life) && this.#newer.has(intentId);
	}

	/** Everything unsent counts as written by a newer program. */
	async writeByNewer(): Promise<void> {
		const { backend, ledger } = this.#parts;
		const outbox = await backend.openOutbox();
		const people = new Set(ledger.entries.map(({ personId }) => personId));
		for (const personId of people) {
			for (const { id } of await outbox.list(personId, ["pending", "needs-you"])) {
				this.#newer.add(id);
				ledger.notePassedOver(id);
			}
		}
		outbox.close();
	}

	runOldProgram(life: Life): void {
		this.#oldPrograms.add(life);
	}

	/** Every program is new enough from now on; false where all were. */
	update(): boolean {
		const isNeeded = this.#oldPrograms.size > 0;
		this.#newer.clear();
		this.#oldPrograms.clear();
		return isNeeded;
	}

	/** A generation that is gone may begin again from nothing. */
	forget(name: string): void {
		this.#cursors.delete(name);
	}

	async #watchCommit(name: string, store: CacheStore, commit: CacheCommit): Promise<void> {
		await store.commit(commit);
		const { cursor } = commit.state;
		if (cursor < (this.#cursors.get(name) ?? 0)) this.wentBack.push(`${name} to ${cursor}`);
		this.#cursors.set(name, cursor);
	}

	/** Each change of an entry is worth a line, and what people decided counts from here. */
	#told(life: Life, store: OutboxStore): OutboxStore {
		const { trace, ledger } = this.#parts;
		return {
			...store,
			list: async (...query) => (await store.list(...query)).filter(({ id }) => !this.hides(life, id)),
			read: async (ids) => store.read(ids.filter((id) => !this.hides(life, id))),
			update: async (ids, change) => {
				const removed: string[] = [];
				const readable = ids.filter((id) => !this.hides(life, id));
				await store.update(readable, (entry) => {
					const next = change(entry);
					if (next === null) removed.push(entry.id);
					if (next?.phase !== entry.phase)
						trace.note(life.name, () => `${entry.id} ${entry.phase} → ${next?.phase ?? "gone"}`);
					return next;
				});
				for (const id of removed) ledger.noteRemoved(id);
			},
			replace: async (removeId, entry) => {
				trace.note(life.name, () => `${removeId ?? "nothing"} is replaced by ${entry.id} ${entry.phase}`);
				await store.replace(removeId, entry);
				if (removeId === null) ledger.notePutBack(entry.id);
				else ledger.noteReplaced(removeId, entry);
			},
		};
	}

	/** The same store, each of whose operations takes its turn on the disk. */
	#slow<Store extends object>(
		queue: DiskQueue,
		life: Life,
		store: Store,
		writes: ReadonlySet<string>,
		quota: FaultKind,
	): Store {
		return new Proxy(store, {
			get: (target, name) => {
				const operation: unknown = Reflect.get(target, name);
				if (typeof operation === "object" && operation !== null)
					return this.#slow(queue, life, operation, writes, quota);
				if (name === "close" || typeof operation !== "function") return operation;
				const isWrite = writes.has(String(name));
				return (...parameters: readonly unknown[]) =>
					queue.run(life, async () => {
						if (isWrite) this.#refuseWhenFull(quota);
						return operation(...parameters);
					});
			},
		});
	}

	#refuseWhenFull(quota: FaultKind): void {
		const { faults } = this.#parts;
		if (this.isFull) faults.count(quota);
		else if (!faults.strikes(quota, 0.01)) return;
		throw new DOMException("the disk is full", "QuotaExceededError");
	}
}
