import type { ColumnSegment } from "../cache/column-segment.ts";
import {
	type CacheCommit,
	type CacheState,
	type CacheStore,
	type CacheStores,
	CursorMovedError,
	type FileRecord,
	goesOn,
	type HistoryRecord,
	type LogRecord,
	type RowSegment,
	type ThingsRecord,
} from "./cache-store.ts";

interface Contents {
	state: CacheState | null;
	readonly columns: Map<number, ColumnSegment>;
	readonly rows: Map<number, RowSegment>;
	readonly log: Map<number, LogRecord>;
	readonly things: Map<string, ThingsRecord>;
	readonly histories: Map<string, HistoryRecord>;
	readonly files: Map<string, FileRecord>;
}

/** Caches without a disk: when IndexedDB fails, and for running the engine many times in tests. */
export function makeMemoryCacheStores(): CacheStores {
	const generations = new Map<string, Contents>();
	return {
		open: async (name) => {
			// As a database that was removed and is opened anew: what is asked later finds it empty.
			const contents = () => {
				const found = generations.get(name) ?? emptyContents();
				generations.set(name, found);
				return found;
			};
			contents();
			return openContents(contents);
		},
		remove: async (name) => {
			generations.delete(name);
		},
		names: async () => [...generations.keys()],
	};
}

function emptyContents(): Contents {
	return {
		state: null,
		columns: new Map(),
		rows: new Map(),
		log: new Map(),
		things: new Map(),
		histories: new Map(),
		files: new Map(),
	};
}

function openContents(contents: () => Contents): CacheStore {
	return {
		load: async () => ({
			state: contents().state,
			columns: [...contents().columns.values()].sort((one, other) => one.index - other.index),
			things: [...contents().things.values()],
			log: [...contents().log.values()],
		}),
		readLog: async (after) => ({
			state: contents().state,
			log: [...contents().log.values()].filter((record) => record.cursor > after),
		}),
		commit: async (commit) => writeCommit(contents(), commit),
		readRows: async (index) => contents().rows.get(index),
		readHistory: async (ticketId) => contents().histories.get(ticketId),
		writeHistories: async (histories) => {
			for (const record of histories) contents().histories.set(record.ticketId, record);
		},
		trimHistories: async (keep) => {
			const oldestFirst = [...contents().histories.values()].sort((one, other) => one.usedAt - other.usedAt);
			const excess = Math.max(0, oldestFirst.length - keep);
			for (const record of oldestFirst.slice(0, excess)) contents().histories.delete(record.ticketId);
		},
		readFile: async (id) => contents().files.get(id),
		writeFile: async (file) => {
			contents().files.set(file.id, file);
		},
		removeFile: async (id) => {
			contents().files.delete(id);
		},
		listFiles: async () => [...contents().files.values()],
		close: () => undefined,
	};
}

function writeCommit(contents: Contents, commit: CacheCommit): void {
	if (!goesOn(contents.state, commit)) throw new CursorMovedError("the cache was written by another window");
	for (const segment of commit.rows ?? []) contents.rows.set(segment.index, segment);
	for (const segment of commit.columns ?? []) contents.columns.set(segment.index, segment);
	for (const record of commit.things ?? []) contents.things.set(record.kind, record);
	for (const cursor of [...contents.log.keys()]) {
		if (commit.dropLogTo !== undefined && cursor <= commit.dropLogTo) contents.log.delete(cursor);
	}
	if (commit.log) contents.log.set(commit.log.cursor, commit.log);
	contents.state = commit.state;
}
