import type { Table } from "dexie";
import type { ChosenFile, FileStore } from "./file-store.ts";
import { byChoosing } from "./memory-file-store.ts";

/** Chosen files in a table of the outbox's database. */
export function makeDexieFileStore(files: Table<ChosenFile, string>): FileStore {
	return {
		add: async (file) => {
			await files.put(file);
		},
		read: (id) => files.get(id),
		ofDraft: async (personId, draftKey) =>
			(await files.where({ personId, draftKey }).toArray()).sort(byChoosing),
		list: async (personId) => (await files.where("personId").equals(personId).toArray()).sort(byChoosing),
		move: async (ids, draftKey) => {
			await files
				.where("id")
				.anyOf([...ids])
				.modify({ draftKey });
		},
		remove: (ids) => files.bulkDelete([...ids]),
	};
}
