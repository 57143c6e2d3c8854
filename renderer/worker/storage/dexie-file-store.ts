import type { Table } from "dexie";
import type { ChosenFile, FileStore } from "./file-store.ts";
import { byChoosing } from "./memory-file-store.ts";
import { readChosenFile } from "./read-chosen-file.ts";

/** Chosen files in a table of the outbox's database. */
export function makeDexieFileStore(files: Table<ChosenFile, string>): FileStore {
	return {
		add: async (file) => {
			await files.put(file);
		},
		read: async (id) => readChosenFile(await files.get(id)) ?? undefined,
		ofDraft: async (personId, draftKey) => readAll(await files.where({ personId, draftKey }).toArray()),
		list: async (personId) => readAll(await files.where("personId").equals(personId).toArray()),
		move: async (ids, draftKey) => {
			await files
				.where("id")
				.anyOf([...ids])
				.modify({ draftKey });
		},
		remove: (ids) => files.bulkDelete([...ids]),
	};
}

function readAll(stored: readonly unknown[]): readonly ChosenFile[] {
	return stored.flatMap((file) => readChosenFile(file) ?? []).sort(byChoosing);
}
