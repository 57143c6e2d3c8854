import { Kysely, SqliteDialect } from "kysely";
import { loadSqlite, readStepsTaken, refuseNewer } from "./open-store.ts";
import { adaptDatabase } from "./sqlite-database.ts";
import type { DeskDatabase } from "./store.ts";

/** A desk as it was at one moment, read beside whoever works on it. */
export interface Snapshot {
	readonly database: DeskDatabase;
	readonly close: () => Promise<void>;
}

/** One reading transaction on a connection of its own: no writer waits for it. Throws `StoreOpenError` where a newer program wrote the file. */
export async function openSnapshot(path: string): Promise<Snapshot> {
	const { DatabaseSync } = await loadSqlite();
	const file = new DatabaseSync(path, { readOnly: true });
	file.exec("pragma busy_timeout = 5000; pragma cache_size = -8000; begin");
	const database: DeskDatabase = new Kysely({
		dialect: new SqliteDialect({ database: adaptDatabase(file) }),
	});
	try {
		refuseNewer(await readStepsTaken(database), path);
		return { database, close: () => database.destroy() };
	} catch (error) {
		file.close();
		throw error;
	}
}
