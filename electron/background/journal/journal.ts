import { join } from "node:path";
import {
	JOURNAL_LIMITS,
	type JournalBatch,
	type JournalPage,
	type JournalRecord,
} from "../../../shared/api/journal.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { hashToken } from "../store/crypto.ts";
import { makeFolder } from "../store/make-folder.ts";
import { JournalFile } from "./journal-file.ts";

export interface JournalOptions {
	readonly folder: string;
	readonly key: Buffer;
	/** Names the desk that the edits are for: one workstation may work at several. */
	readonly deskName: string;
}

/**
 * The second home of a workstation's unsent edits: a full disk can make a browser throw away its own
 * store. One file a person and desk; what is in it only this workstation's keychain can open.
 */
export class Journal {
	readonly #options: JournalOptions;
	readonly #files = new Map<string, Promise<JournalFile>>();
	#steps: Promise<unknown> = Promise.resolve();

	constructor(options: JournalOptions) {
		this.#options = options;
	}

	/** On disk when this answers: how many of the person's records count now. */
	write({ personId, put, drop }: JournalBatch): Promise<Result<number>> {
		return this.#inTurn(async () => {
			const file = await this.#fileOf(personId);
			const more = put.reduce((bytes, { text }) => bytes + text.length, 0);
			if (file.liveBytes + more > JOURNAL_LIMITS.personBytes) {
				return refuse("journal_full", "This device’s journal is full: connect to the desk to empty it.");
			}
			await file.write(put, drop);
			return ok(file.records.size);
		});
	}

	/** A person's unsent edits by id, those behind `after`. */
	read(personId: string, after: string | undefined): Promise<JournalPage> {
		return this.#inTurn(async () => {
			const file = await this.#fileOf(personId);
			const wanted = [...file.records.keys()].filter((id) => after === undefined || id > after).sort();
			const ids = wanted.slice(0, JOURNAL_LIMITS.recordsPerPage);
			const records = ids.map((id): JournalRecord => ({ id, text: file.records.get(id) ?? "" }));
			const next = wanted.length > ids.length ? (ids.at(-1) ?? null) : null;
			return { records, next, damaged: file.damaged };
		});
	}

	/** Ends what was begun, and closes the files. */
	async close(): Promise<void> {
		await this.#inTurn(async () => {
			for (const file of this.#files.values()) await (await file).close();
			this.#files.clear();
		});
	}

	async #fileOf(personId: string): Promise<JournalFile> {
		const owner = `${this.#options.deskName} ${personId}`;
		const opened = this.#files.get(owner) ?? this.#open(owner);
		this.#files.set(owner, opened);
		try {
			return await opened;
		} catch (error) {
			// The next one to ask tries again.
			this.#files.delete(owner);
			throw error;
		}
	}

	#open(owner: string): Promise<JournalFile> {
		const { folder, key } = this.#options;
		makeFolder(folder);
		const path = join(folder, `${hashToken(owner).slice(0, 32)}.journal`);
		return JournalFile.open({ path, key, owner });
	}

	#inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
		const result = this.#steps.then(step);
		this.#steps = result.catch(() => undefined);
		return result;
	}
}
