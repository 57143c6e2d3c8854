import { Dexie, type Table } from "dexie";
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

const NAME_PREFIX = "deskwatch-cache-";
const STATE_KEY = "state";

/** The cache of one generation in IndexedDB: `relaxed`, as it can be fetched again. */
class CacheDatabase extends Dexie {
	readonly meta: Table<{ readonly key: string; readonly value: CacheState }, string>;
	readonly columns: Table<ColumnSegment, number>;
	readonly rows: Table<RowSegment, number>;
	readonly log: Table<LogRecord, number>;
	readonly things: Table<ThingsRecord, string>;
	readonly histories: Table<HistoryRecord, string>;
	readonly files: Table<FileRecord, string>;

	constructor(name: string) {
		super(name, { chromeTransactionDurability: "relaxed", cache: "disabled" });
		this.version(1).stores({
			meta: "key",
			columns: "index",
			rows: "index",
			log: "cursor",
			things: "kind",
			histories: "ticketId, usedAt",
		});
		this.version(2).stores({ files: "id" });
		this.meta = this.table("meta");
		this.columns = this.table("columns");
		this.rows = this.table("rows");
		this.log = this.table("log");
		this.things = this.table("things");
		this.histories = this.table("histories");
		this.files = this.table("files");
	}

	async readState(): Promise<CacheState | null> {
		return (await this.meta.get(STATE_KEY))?.value ?? null;
	}
}

export const dexieCacheStores: CacheStores = {
	open: openCacheStore,
	remove: (name) => Dexie.delete(NAME_PREFIX + name),
	names: async () => {
		const names = await Dexie.getDatabaseNames();
		return names.filter((name) => name.startsWith(NAME_PREFIX)).map((name) => name.slice(NAME_PREFIX.length));
	},
};

async function openCacheStore(name: string): Promise<CacheStore> {
	const db = new CacheDatabase(NAME_PREFIX + name);
	await db.open();
	return {
		load: () =>
			db.transaction("r", [db.meta, db.columns, db.things, db.log], async () => {
				const [state, columns, things, log] = await Promise.all([
					db.readState(),
					db.columns.toArray(),
					db.things.toArray(),
					db.log.toArray(),
				]);
				return { state, columns, things, log };
			}),
		readLog: (after) =>
			db.transaction("r", [db.meta, db.log], async () => {
				const [state, log] = await Promise.all([
					db.readState(),
					db.log.where("cursor").above(after).toArray(),
				]);
				return { state, log };
			}),
		commit: (commit) => writeCommit(db, commit),
		readRows: (index) => db.rows.get(index),
		readHistory: (ticketId) => db.histories.get(ticketId),
		writeHistories: async (histories) => {
			await db.histories.bulkPut([...histories]);
		},
		trimHistories: async (keep) => {
			const excess = (await db.histories.count()) - keep;
			if (excess > 0) await db.histories.orderBy("usedAt").limit(excess).delete();
		},
		readFile: (id) => db.files.get(id),
		writeFile: async (file) => {
			await db.files.put(file);
		},
		removeFile: (id) => db.files.delete(id),
		listFiles: () => db.files.toArray(),
		close: () => db.close(),
	};
}

async function writeCommit(db: CacheDatabase, commit: CacheCommit): Promise<void> {
	await db.transaction("rw", [db.meta, db.columns, db.rows, db.log, db.things], async () => {
		const state = await db.readState();
		if (!goesOn(state, commit)) throw new CursorMovedError("the cache was written by another window");
		const writes: Promise<unknown>[] = [];
		if (commit.rows) writes.push(db.rows.bulkPut([...commit.rows]));
		if (commit.columns) writes.push(db.columns.bulkPut([...commit.columns]));
		if (commit.things) writes.push(db.things.bulkPut([...commit.things]));
		if (commit.dropLogTo !== undefined)
			writes.push(db.log.where("cursor").belowOrEqual(commit.dropLogTo).delete());
		if (commit.log) writes.push(db.log.put(commit.log));
		writes.push(db.meta.put({ key: STATE_KEY, value: commit.state }));
		await Promise.all(writes);
	});
}
