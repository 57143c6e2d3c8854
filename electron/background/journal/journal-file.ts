import { type FileHandle, open, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { JournalRecord } from "../../../shared/api/journal.ts";
import { makeFrame, readFrames } from "./frames.ts";
import { type JournalEntry, openEntry, sealEntry } from "./journal-entry.ts";

/** Below this a file is not worth writing anew. */
const COMPACT_FROM_BYTES = 1_048_576;

export interface JournalFileOptions {
	readonly path: string;
	readonly key: Buffer;
	/** Whose it is: a record moved into another person's file does not open there. */
	readonly owner: string;
}

/**
 * One person's unsent edits on this workstation: an append-only file whose every write is on disk before
 * it is answered. It is read whole when opened; a last record cut off by a crash was never answered.
 */
export class JournalFile {
	/** Stretches that could not be opened; the file as it was lies beside it. */
	readonly damaged: number;
	readonly #options: JournalFileOptions;
	readonly #records: Map<string, string>;
	#handle: FileHandle;
	#sizeBytes: number;
	#liveBytes: number;

	private constructor(options: JournalFileOptions, handle: FileHandle, read: ReadJournal) {
		this.#options = options;
		this.#handle = handle;
		this.#records = read.records;
		this.damaged = read.damaged;
		this.#sizeBytes = read.sizeBytes;
		this.#liveBytes = sizeOf(read.records);
	}

	static async open(options: JournalFileOptions): Promise<JournalFile> {
		const read = await readJournal(options);
		const handle = await open(options.path, "a", 0o600);
		// Behind a record that a crash cut off nothing could be read.
		await handle.truncate(read.sizeBytes);
		await handle.sync();
		await syncFolder(options.path);
		const file = new JournalFile(options, handle, read);
		if (read.damaged > 0) await file.#compact();
		return file;
	}

	/** What is still wanted, by id. */
	get records(): ReadonlyMap<string, string> {
		return this.#records;
	}

	/** Size of the records that count. */
	get liveBytes(): number {
		return this.#liveBytes;
	}

	/** On disk when this answers. Calls must not overlap. */
	async write(put: readonly JournalRecord[], drop: readonly string[]): Promise<void> {
		const news = put.filter(({ id, text }) => this.#records.get(id) !== text);
		const known = new Set([...this.#records.keys(), ...news.map(({ id }) => id)]);
		const entries = [...news.map(asPut), ...drop.filter((id) => known.has(id)).map(asDrop)];
		if (entries.length === 0) return;
		await this.#append(entries);
		for (const entry of entries) applyEntry(this.#records, entry);
		this.#liveBytes = sizeOf(this.#records);
		if (this.#sizeBytes > COMPACT_FROM_BYTES && this.#sizeBytes > 3 * this.#liveBytes) await this.#compact();
	}

	async close(): Promise<void> {
		await this.#handle.close();
	}

	async #append(entries: readonly JournalEntry[]): Promise<void> {
		const bytes = this.#frames(entries);
		try {
			await this.#handle.appendFile(bytes);
			await this.#handle.sync();
			this.#sizeBytes += bytes.length;
		} catch (error) {
			// A full disk may have taken a part of it, which the next record must not follow.
			await this.#handle.truncate(this.#sizeBytes).catch(() => undefined);
			throw error;
		}
	}

	/** A file with what counts takes the place of the old one at once, or not at all. */
	async #compact(): Promise<void> {
		const { path } = this.#options;
		const bytes = this.#frames(Array.from(this.#records, ([id, text]) => asPut({ id, text })));
		const fresh = await open(`${path}.new`, "w", 0o600);
		await fresh.writeFile(bytes);
		await fresh.sync();
		await fresh.close();
		await this.#handle.close();
		await rename(`${path}.new`, path);
		await syncFolder(path);
		this.#handle = await open(path, "a", 0o600);
		this.#sizeBytes = bytes.length;
	}

	#frames(entries: readonly JournalEntry[]): Buffer {
		const { key, owner } = this.#options;
		return Buffer.concat(entries.map((entry) => makeFrame(sealEntry(key, owner, entry))));
	}
}

interface ReadJournal {
	readonly records: Map<string, string>;
	readonly damaged: number;
	/** The bytes that hold whole frames. */
	readonly sizeBytes: number;
}

async function readJournal({ path, key, owner }: JournalFileOptions): Promise<ReadJournal> {
	const bytes = await readIfThere(path);
	const { frames, gaps, endsAt } = readFrames(bytes);
	const entries = frames.map((frame) => openEntry(key, owner, frame));
	const records = new Map<string, string>();
	for (const entry of entries) if (entry) applyEntry(records, entry);
	const damaged = gaps + entries.filter((entry) => entry === null).length;
	// Somebody may still know how to read it, or find its key again.
	if (damaged > 0) await writeFile(`${path}.damaged-${Date.now()}`, bytes, { mode: 0o600 });
	return { records, damaged, sizeBytes: endsAt };
}

async function readIfThere(path: string): Promise<Buffer> {
	try {
		return await readFile(path);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
		throw error;
	}
}

function applyEntry(records: Map<string, string>, entry: JournalEntry): void {
	if (entry.type === "put") records.set(entry.id, entry.text);
	else records.delete(entry.id);
}

function asPut({ id, text }: JournalRecord): JournalEntry {
	return { type: "put", id, text };
}

function asDrop(id: string): JournalEntry {
	return { type: "drop", id };
}

function sizeOf(records: ReadonlyMap<string, string>): number {
	let bytes = 0;
	for (const text of records.values()) bytes += text.length;
	return bytes;
}

/** A new name in a folder is on disk once the folder is. Windows has no such thing, and needs none. */
async function syncFolder(path: string): Promise<void> {
	if (process.platform === "win32") return;
	const folder = await open(dirname(path), "r");
	await folder.sync().finally(() => folder.close());
}
