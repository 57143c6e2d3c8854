import type { CacheStore, FileRecord } from "../storage/cache-store.ts";

/** A stretch of a file, and how long the whole file is. */
export interface FilePart {
	readonly blob: Blob;
	readonly totalBytes: number;
}

/** Parts of files that have not come whole: beside the files, so that a reload or a crash loses none. */
export interface PartStore {
	/** From the first byte on without a gap. */
	readonly read: (id: string) => Promise<readonly FilePart[]>;
	readonly add: (id: string, from: number, part: FilePart) => Promise<void>;
	readonly forget: (id: string) => Promise<void>;
}

export interface PartStoreOptions {
	readonly store: CacheStore;
	readonly now: () => number;
	/** Where there is no room parts are not kept: they only have to be fetched again. */
	readonly isFull: () => Promise<boolean>;
}

const MARK = "#";

/** Whether a record of the file store is a part of a file. */
export function isPart({ id }: Pick<FileRecord, "id">): boolean {
	return id.includes(MARK);
}

export function makePartStore({ store, now, isFull }: PartStoreOptions): PartStore {
	const list = async (id: string): Promise<readonly FileRecord[]> => {
		const files = await store.listFiles().catch(() => []);
		return files.filter((file) => file.id.startsWith(id + MARK)).sort((a, b) => offsetOf(a) - offsetOf(b));
	};
	return {
		read: async (id) => withoutGap(await list(id)),
		add: async (id, from, { blob, totalBytes }) => {
			if (await isFull()) return;
			const record = { id: `${id}${MARK}${from}${MARK}${totalBytes}`, blob, sizeBytes: blob.size };
			await store.writeFile({ ...record, usedAt: now() }).catch(() => undefined);
		},
		forget: async (id) => {
			for (const part of await list(id)) await store.removeFile(part.id).catch(() => undefined);
		},
	};
}

export function joinParts(parts: readonly FilePart[]): Blob {
	return new Blob(parts.map(({ blob }) => blob));
}

function withoutGap(records: readonly FileRecord[]): readonly FilePart[] {
	const parts: FilePart[] = [];
	let end = 0;
	for (const record of records) {
		if (offsetOf(record) !== end) break;
		parts.push({ blob: record.blob, totalBytes: Number(record.id.split(MARK)[2]) });
		end += record.sizeBytes;
	}
	return parts;
}

function offsetOf({ id }: FileRecord): number {
	return Number(id.split(MARK)[1]);
}
