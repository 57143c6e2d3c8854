import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { finishRestore } from "../keeping/finish-restore.ts";
import { makeRandomId } from "./crypto.ts";
import { DeskStore, readHead } from "./desk-store.ts";
import { makeFolder } from "./make-folder.ts";
import { MIGRATIONS } from "./migrations.ts";
import { getSetting, putSetting, SETTING } from "./settings.ts";
import { adaptDatabase } from "./sqlite-database.ts";
import type { DeskDatabase, Store } from "./store.ts";

/** Why the desk's file can't be used; the message says what to do. */
export class StoreOpenError extends Error {
	override readonly name = "StoreOpenError";
	readonly code: "no_sqlite" | "unreadable" | "newer" | "in_use";

	constructor(code: StoreOpenError["code"], message: string, cause?: unknown) {
		super(message, { cause });
		this.code = code;
	}
}

export interface StoreOptions {
	/** The folder that holds `desk.sqlite`; made if it isn't there. */
	readonly dataDir: string;
	/** Hears of listeners that failed. */
	readonly onFailure?: (error: unknown) => void;
}

type Sqlite = typeof import("node:sqlite");

/** How long a connection waits for the other one's short locks. */
const BUSY_MS = 5_000;

/**
 * Opens the desk's database, making or migrating it first.
 * Throws `StoreOpenError` where the file can't be used.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
	const sqlite = await loadSqlite();
	const path = join(options.dataDir, "desk.sqlite");
	makeFolder(options.dataDir);
	const lock = lockFile(sqlite, path);
	const files: DatabaseSync[] = [];
	const open = (role: "writer" | "reader"): DeskDatabase => {
		const file = openFile(sqlite, path, role);
		files.push(file);
		return connect(file);
	};
	/** Kysely closes no connection that it was never asked to use. */
	const release = (): void => {
		for (const file of files) if (file.isOpen) file.close();
		lock.close();
	};
	try {
		await finishRestore(options.dataDir);
		const writer = open("writer");
		await migrate(writer, path);
		return new DeskStore({
			writer,
			reader: open("reader"),
			epoch: await readEpoch(writer),
			head: await readHead(writer),
			onFailure: options.onFailure ?? ((error) => console.error(error)),
			release,
		});
	} catch (error) {
		release();
		throw error instanceof StoreOpenError ? error : describeFailure(path, error);
	}
}

/** Node's own SQLite, for who works on a desk's file without being the desk. */
export async function loadSqlite(): Promise<Sqlite> {
	try {
		return await import("node:sqlite");
	} catch (error) {
		throw new StoreOpenError(
			"no_sqlite",
			`This Node.js (${process.version}) has no node:sqlite; Deskwatch needs Node 24.`,
			error,
		);
	}
}

/** Keeps every desk off a folder while its files are replaced. Answers how to let go; throws `StoreOpenError` where one runs. */
export async function lockDesk(dataDir: string): Promise<() => void> {
	const lock = lockFile(await loadSqlite(), join(dataDir, "desk.sqlite"));
	return () => lock.close();
}

/**
 * Keeps a second desk off the same file: two would number tickets twice. The lock is SQLite's own, on a
 * file beside it, so that it ends with the process however that ends.
 */
function lockFile(sqlite: Sqlite, path: string): DatabaseSync {
	const lockPath = `${path}-lock`;
	try {
		const lock = new sqlite.DatabaseSync(lockPath);
		lock.exec("pragma locking_mode = exclusive; begin exclusive;");
		return lock;
	} catch (error) {
		if (isBusy(error)) {
			throw new StoreOpenError(
				"in_use",
				`${path} is in use by another Deskwatch. Stop that one first, or choose another --data folder.`,
				error,
			);
		}
		throw describeFailure(lockPath, error);
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof Error && /database is locked/.test(error.message);
}

function describeFailure(path: string, cause: unknown): StoreOpenError {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new StoreOpenError("unreadable", `${path} can’t be opened: ${reason}. Nothing was changed.`, cause);
}

/** An intent is answered only once it is on the disk, so the writer waits for it (`full`). */
function openFile(sqlite: Sqlite, path: string, role: "writer" | "reader"): DatabaseSync {
	const database = new sqlite.DatabaseSync(path, { enableForeignKeyConstraints: true });
	database.exec(`pragma busy_timeout = ${BUSY_MS}; pragma journal_mode = wal; pragma synchronous = full;`);
	database.exec("pragma cache_size = -32000; pragma temp_store = memory;");
	if (role === "reader") database.exec("pragma query_only = on;");
	return database;
}

function connect(database: DatabaseSync): DeskDatabase {
	return new Kysely({ dialect: new SqliteDialect({ database: adaptDatabase(database) }) });
}

/** Kysely's migrator reads the whole schema several times before it finds that nothing is to be done. */
async function migrate(database: DeskDatabase, path: string): Promise<void> {
	const taken = await readStepsTaken(database);
	refuseNewer(taken, path);
	if (Object.keys(MIGRATIONS).every((name) => taken.has(name))) return;
	const migrator = new Migrator({
		db: database,
		provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
		// Steps stand by themselves, and work on several of them goes on side by side: a file may lack an earlier one.
		allowUnorderedMigrations: true,
	});
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

/** Names of the steps that this file's schema has taken; none of a new file. */
export async function readStepsTaken(database: DeskDatabase): Promise<ReadonlySet<string>> {
	const { rows: tables } =
		await sql`select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'`.execute(
			database,
		);
	if (tables.length === 0) return new Set();
	const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(database);
	return new Set(rows.map(({ name }) => name));
}

export function refuseNewer(taken: ReadonlySet<string>, path: string): void {
	const unknown = [...taken].find((name) => !(name in MIGRATIONS));
	if (unknown === undefined) return;
	throw new StoreOpenError(
		"newer",
		`${path} was written by a newer Deskwatch (it has step “${unknown}”). Update Deskwatch, or choose another --data folder. Nothing was changed.`,
	);
}

async function readEpoch(database: DeskDatabase): Promise<string> {
	const known = await getSetting<string>(database, SETTING.epoch);
	if (known) return known;
	const made = makeRandomId();
	await putSetting(database, SETTING.epoch, made);
	return made;
}
