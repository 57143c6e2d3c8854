import type { ChosenFile } from "./file-store.ts";
import { makeMemoryFileStore } from "./memory-file-store.ts";
import { mergeDraft } from "./merge-draft.ts";
import type { CounterName, DraftRecord, OutboxEntry, OutboxMeta, OutboxStore } from "./outbox-store.ts";
import { highestNumbers, isOpen } from "./restored-entries.ts";

/** An outbox without a disk: when IndexedDB fails (the screen says so), and for tests. */
export function makeMemoryOutboxStore(): OutboxStore {
	const entries = new Map<string, OutboxEntry>();
	const files = new Map<string, ChosenFile>();
	const drafts = new Map<string, DraftRecord>();
	const counters = new Map<CounterName, number>();
	const removed = new Set<string>();
	const meta: { -readonly [Key in keyof OutboxMeta]?: OutboxMeta[Key] } = {};

	function raise(counter: CounterName): number {
		const value = (counters.get(counter) ?? 0) + 1;
		counters.set(counter, value);
		return value;
	}

	function remove(id: string): void {
		const entry = entries.get(id);
		if (entry && isOpen(entry)) removed.add(id);
		entries.delete(id);
	}

	return {
		files: makeMemoryFileStore(files),
		readMeta: async (key) => meta[key],
		writeMeta: async (key, value) => {
			meta[key] = value;
		},
		raise: async (counter) => raise(counter),
		readCounter: async (counter) => counters.get(counter) ?? 0,
		add: async (isProvisional, make) => {
			const entry = make({ order: raise("order"), provisional: isProvisional ? raise("provisional") : 0 });
			entries.set(entry.id, entry);
			for (const id of entry.intent.attachmentIds ?? []) {
				const file = files.get(id);
				if (file) files.set(id, { ...file, draftKey: null });
			}
			return entry;
		},
		addAll: async (makes) => {
			const before = counters.get("order") ?? 0;
			const made = makes.map((make, index) => make({ order: before + index + 1, provisional: 0 }));
			counters.set("order", before + made.length);
			for (const entry of made) entries.set(entry.id, entry);
			return made;
		},
		list: async (personId, phases) =>
			[...entries.values()]
				.filter((entry) => entry.personId === personId && phases.includes(entry.phase))
				.sort((one, other) => one.order - other.order),
		read: async (ids) => ids.flatMap((id) => entries.get(id) ?? []),
		update: async (ids, change) => {
			for (const id of ids) {
				const entry = entries.get(id);
				const changed = entry ? change(entry) : undefined;
				if (changed) entries.set(id, changed);
				if (changed === null) remove(id);
			}
		},
		replace: async (removeId, entry) => {
			if (removeId !== null) remove(removeId);
			removed.delete(entry.id);
			entries.set(entry.id, entry);
		},
		listUnreadable: async () => [],
		restore: async (lost) => {
			const missing = lost.filter(({ id }) => !entries.has(id) && !removed.has(id));
			for (const entry of missing) entries.set(entry.id, entry);
			for (const [counter, value] of highestNumbers(missing)) {
				counters.set(counter, Math.max(counters.get(counter) ?? 0, value));
			}
			return missing;
		},
		listRemoved: async (ids) => ids.filter((id) => removed.has(id)),
		saveDraft: async (draft) => {
			const place = (key: string) => `${draft.personId} ${key}`;
			const { put, remove } = mergeDraft(drafts.get(place(draft.key)), draft);
			for (const key of remove) drafts.delete(place(key));
			for (const record of put) drafts.set(place(record.key), record);
		},
		loadDraft: async (personId, key) => drafts.get(`${personId} ${key}`),
		listDrafts: async (personId) => [...drafts.values()].filter((draft) => draft.personId === personId),
		close: () => undefined,
	};
}
