import type { DatabaseSync } from "node:sqlite";
import { loadSqlite } from "../store/open-store.ts";

/** What is asked of a copy of a desk's database, without opening a desk on it. */
export interface DeskCopy {
	readonly epoch: string;
	readonly seq: number;
	readonly tickets: number;
	/** Steps that its schema has taken. */
	readonly steps: readonly string[];
	/** Hashes of the files that hang on tickets, or wait to be attached. */
	readonly fileHashes: readonly string[];
}

/**
 * Writes a copy of a desk's database as it is at this moment, beside whoever works on it: a reader's
 * snapshot, which no writer waits for and which no commit makes begin anew.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
	await withDatabase(from, (database) => {
		database.exec("pragma busy_timeout = 5000");
		database.prepare("vacuum into ?").run(to);
	});
}

/** Reads a copy; throws where SQLite itself can't make sense of it. */
export async function readCopy(path: string): Promise<DeskCopy> {
	return withDatabase(path, (database) => {
		const texts = (sql: string): readonly string[] =>
			database
				.prepare(sql)
				.all()
				.map(({ value }) => String(value));
		const [epoch = "null"] = texts("select value from setting where key = 'epoch'");
		return {
			epoch: String(JSON.parse(epoch)),
			seq: Number(texts("select coalesce(max(seq), 0) as value from change_log")[0]),
			tickets: Number(texts("select count(*) as value from ticket")[0]),
			steps: texts("select name as value from kysely_migration order by name"),
			fileHashes: texts(
				"select distinct sha256 as value from attachment where state = 'complete' order by 1",
			),
		};
	});
}

/** SQLite's own look at every page and index; `null` where all is well. */
export async function findDamage(path: string): Promise<string | null> {
	try {
		return await withDatabase(path, (database) => {
			const [first] = database.prepare("pragma integrity_check(1)").all();
			const said = String(first?.integrity_check);
			return said === "ok" ? null : said;
		});
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

async function withDatabase<Value>(path: string, work: (database: DatabaseSync) => Value): Promise<Value> {
	const { DatabaseSync } = await loadSqlite();
	const database = new DatabaseSync(path, { readOnly: true });
	try {
		return work(database);
	} finally {
		database.close();
	}
}
