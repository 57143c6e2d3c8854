import { Dexie, type Table } from "dexie";
import { makeDexieFileStore } from "./dexie-file-store.ts";
import type { ChosenFile } from "./file-store.ts";
import { mergeDraft, otherKey } from "./merge-draft.ts";
import type { CounterName, DraftRecord, OutboxEntry, OutboxPhase, OutboxStore } from "./outbox-store.ts";
import { readDraft } from "./read-draft.ts";
import { readEntry } from "./read-entry.ts";
import { highestNumbers, isOpen } from "./restored-entries.ts";

const NAME = "deskwatch-outbox";
/** Marks the ids of entries that a person removed. */
const REMOVED = "removed:";

/** Outbox, drafts and single values in IndexedDB: `strict`, on disk before anybody is told "saved". */
class OutboxDatabase extends Dexie {
	readonly entries: Table<OutboxEntry, string>;
	readonly drafts: Table<DraftRecord, [string, string]>;
	readonly files: Table<ChosenFile, string>;
	readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;

	constructor() {
		super(NAME, { chromeTransactionDurability: "strict", cache: "disabled" });
		this.version(1).stores({
			entries: "id, [personId+phase]",
			drafts: "[personId+key], personId",
			meta: "key",
		});
		this.version(2).stores({ files: "id, personId, [personId+draftKey]" });
		this.entries = this.table("entries");
		this.drafts = this.table("drafts");
		this.meta = this.table("meta");
		this.files = this.table("files");
	}

	async readCounter(counter: CounterName): Promise<number> {
		return Number((await this.meta.get(`counter:${counter}`))?.value ?? 0);
	}

	/** Only inside a transaction that writes `meta`. */
	async raise(counter: CounterName): Promise<number> {
		const value = (await this.readCounter(counter)) + 1;
		await this.meta.put({ key: `counter:${counter}`, value });
		return value;
	}

	/** Only inside a transaction that writes `meta`: no number is given twice. */
	async raiseTo(counter: CounterName, atLeast: number): Promise<void> {
		const key = `counter:${counter}`;
		const value = Number((await this.meta.get(key))?.value ?? 0);
		if (value < atLeast) await this.meta.put({ key, value: atLeast });
	}

	/** Only inside a transaction that writes both: what a person removed must not come back from a second home. */
	async remove(entry: OutboxEntry): Promise<void> {
		await this.entries.delete(entry.id);
		if (isOpen(entry)) await this.meta.put({ key: REMOVED + entry.id, value: entry.queuedAt });
	}

	/** One that can't be read takes no other with it. */
	async readEntries(personId: string, phases: readonly OutboxPhase[]): Promise<OutboxEntry[]> {
		const keys = phases.map((phase) => [personId, phase]);
		const wanted = this.entries.where("[personId+phase]").anyOf(keys);
		try {
			return (await wanted.toArray()).flatMap((stored) => readEntry(stored) ?? []);
		} catch {
			// A value whose bytes are lost fails the reading of all: then each is read by itself.
			const read = await Promise.all((await wanted.primaryKeys()).map((id) => this.#readOne(id)));
			return read.flatMap((stored) => readEntry(stored) ?? []);
		}
	}

	/** Other people's are theirs; one that does not even say whose it is may be anybody's. */
	async readUnreadable(personId: string): Promise<readonly unknown[]> {
		const ids = await this.entries.toCollection().primaryKeys();
		const read = await Promise.all(
			ids.map(async (id) => (await this.#readOne(id)) ?? { id, problem: "the stored value can't be read" }),
		);
		return read.filter((value) => {
			const owner = (value as { readonly personId?: unknown }).personId;
			return readEntry(value) === null && (typeof owner !== "string" || owner === personId);
		});
	}

	async #readOne(id: string): Promise<unknown> {
		return this.entries.get(id).catch(() => undefined);
	}
}

export async function openOutboxStore(): Promise<OutboxStore> {
	const db = new OutboxDatabase();
	await db.open();
	return {
		files: makeDexieFileStore(db.files),
		readMeta: async (key) => (await db.meta.get(key))?.value as never,
		writeMeta: async (key, value) => {
			await db.meta.put({ key, value });
		},
		raise: (counter) => db.transaction("rw", db.meta, () => db.raise(counter)),
		readCounter: (counter) => db.readCounter(counter),
		add: (isProvisional, make) =>
			db.transaction("rw", [db.entries, db.meta, db.files], async () => {
				const order = await db.raise("order");
				const provisional = isProvisional ? await db.raise("provisional") : 0;
				const entry = make({ order, provisional });
				await db.entries.add(entry);
				for (const id of entry.intent.attachmentIds ?? []) await db.files.update(id, { draftKey: null });
				return entry;
			}),
		addAll: (makes) =>
			db.transaction("rw", [db.entries, db.meta], async () => {
				const before = await db.readCounter("order");
				const entries = makes.map((make, index) => make({ order: before + index + 1, provisional: 0 }));
				await db.raiseTo("order", before + entries.length);
				await db.entries.bulkAdd(entries);
				return entries;
			}),
		list: async (personId, phases) => (await db.readEntries(personId, phases)).sort(byOrder),
		read: async (ids) => (await db.entries.bulkGet([...ids])).flatMap((stored) => readEntry(stored) ?? []),
		update: (ids, change) =>
			db.transaction("rw", [db.entries, db.meta], async () => {
				const entries = await db.entries.bulkGet([...ids]);
				for (const entry of entries.flatMap((stored) => readEntry(stored) ?? [])) {
					const changed = change(entry);
					if (changed) await db.entries.put(changed);
					else await db.remove(entry);
				}
			}),
		replace: (removeId, entry) =>
			db.transaction("rw", [db.entries, db.meta], async () => {
				const removed = removeId === null ? undefined : await db.entries.get(removeId);
				if (removed) await db.remove(removed);
				await db.meta.delete(REMOVED + entry.id);
				await db.entries.put(entry);
			}),
		listUnreadable: (personId) => db.readUnreadable(personId),
		restore: (lost) =>
			db.transaction("rw", [db.entries, db.meta], async () => {
				const missing: OutboxEntry[] = [];
				for (const entry of lost) {
					const isKnown = (await db.entries.get(entry.id)) ?? (await db.meta.get(REMOVED + entry.id));
					if (!isKnown) missing.push(entry);
				}
				for (const entry of missing) await db.entries.put(entry);
				for (const [counter, value] of highestNumbers(missing)) await db.raiseTo(counter, value);
				return missing;
			}),
		listRemoved: async (ids) => {
			const marks = await db.meta.bulkGet(ids.map((id) => REMOVED + id));
			return ids.filter((_, index) => marks[index] !== undefined);
		},
		saveDraft: (draft) =>
			db.transaction("rw", db.drafts, async () => {
				const { personId } = draft;
				const stored = await db.drafts.get([personId, draft.key]);
				const known = readDraft(stored);
				// Of a newer program, which will read it again.
				if (stored && !known) await db.drafts.put({ ...stored, key: otherKey(draft.key, "newer") });
				const { put, remove } = mergeDraft(known ?? undefined, draft);
				for (const key of remove) await db.drafts.delete([personId, key]);
				for (const record of put) await db.drafts.put(record);
			}),
		loadDraft: async (personId, key) => readDraft(await db.drafts.get([personId, key])) ?? undefined,
		listDrafts: async (personId) => {
			const stored = await db.drafts.where("personId").equals(personId).toArray();
			return stored.flatMap((draft) => readDraft(draft) ?? []);
		},
		close: () => db.close(),
	};
}

export function byOrder(one: OutboxEntry, other: OutboxEntry): number {
	return one.order - other.order;
}
