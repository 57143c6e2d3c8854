import { Dexie, type Table } from "dexie";
import { makeDexieFileStore } from "./dexie-file-store.ts";
import type { ChosenFile } from "./file-store.ts";
import type { CounterName, DraftRecord, OutboxEntry, OutboxStore } from "./outbox-store.ts";

const NAME = "deskwatch-outbox";

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
		list: async (personId, phases) => {
			const keys = phases.map((phase) => [personId, phase]);
			const entries = await db.entries.where("[personId+phase]").anyOf(keys).toArray();
			return entries.sort(byOrder);
		},
		read: async (ids) => (await db.entries.bulkGet([...ids])).flatMap((entry) => entry ?? []),
		update: (ids, change) =>
			db.transaction("rw", db.entries, async () => {
				const entries = await db.entries.bulkGet([...ids]);
				for (const entry of entries) {
					const changed = entry ? change(entry) : undefined;
					if (changed) await db.entries.put(changed);
					if (entry && changed === null) await db.entries.delete(entry.id);
				}
			}),
		replace: (removeId, entry) =>
			db.transaction("rw", db.entries, async () => {
				if (removeId !== null) await db.entries.delete(removeId);
				await db.entries.put(entry);
			}),
		saveDraft: async (draft) => {
			if (draft.text === "") await db.drafts.delete([draft.personId, draft.key]);
			else await db.drafts.put(draft);
		},
		loadDraft: (personId, key) => db.drafts.get([personId, key]),
		listDrafts: (personId) => db.drafts.where("personId").equals(personId).toArray(),
		close: () => db.close(),
	};
}

export function byOrder(one: OutboxEntry, other: OutboxEntry): number {
	return one.order - other.order;
}
