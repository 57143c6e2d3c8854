import type { ChosenFile, FileStore } from "./file-store.ts";

/** Chosen files without a disk: when IndexedDB fails, and for tests. */
export function makeMemoryFileStore(files: Map<string, ChosenFile>): FileStore {
	const ofPerson = (personId: string): readonly ChosenFile[] =>
		[...files.values()].filter((file) => file.personId === personId).sort(byChoosing);
	return {
		add: async (file) => {
			files.set(file.id, file);
		},
		read: async (id) => files.get(id),
		ofDraft: async (personId, draftKey) => ofPerson(personId).filter((file) => file.draftKey === draftKey),
		list: async (personId) => ofPerson(personId),
		move: async (ids, draftKey) => {
			for (const id of ids) {
				const file = files.get(id);
				if (file) files.set(id, { ...file, draftKey });
			}
		},
		remove: async (ids) => {
			for (const id of ids) files.delete(id);
		},
	};
}

/** Ids are UUIDv7: what was chosen later sorts later. */
export function byChoosing(one: ChosenFile, other: ChosenFile): number {
	return one.id < other.id ? -1 : 1;
}
