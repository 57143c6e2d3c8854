import type { ChosenFile } from "./file-store.ts";
import { makeMemoryFileStore } from "./memory-file-store.ts";
import type { CounterName, DraftRecord, OutboxEntry, OutboxMeta, OutboxStore } from "./outbox-store.ts";

/** An outbox without a disk: when IndexedDB fails (the screen says so), and for tests. */
export function makeMemoryOutboxStore(): OutboxStore {
	const entries = new Map<string, OutboxEntry>();
	const files = new Map<string, ChosenFile>();
	const drafts = new Map<string, DraftRecord>();
	const counters = new Map<CounterName, number>();
	const meta: { -readonly [Key in keyof OutboxMeta]?: OutboxMeta[Key] } = {};

	function raise(counter: CounterName): number {
		const value = (counters.get(counter) ?? 0) + 1;
		counters.set(counter, value);
		return value;
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
				if (changed === null) entries.delete(id);
			}
		},
		replace: async (removeId, entry) => {
			if (removeId !== null) entries.delete(removeId);
			entries.set(entry.id, entry);
		},
		saveDraft: async (draft) => {
			const key = `${draft.personId} ${draft.key}`;
			if (draft.text === "") drafts.delete(key);
			else drafts.set(key, draft);
		},
		loadDraft: async (personId, key) => drafts.get(`${personId} ${key}`),
		listDrafts: async (personId) => [...drafts.values()].filter((draft) => draft.personId === personId),
		close: () => undefined,
	};
}
