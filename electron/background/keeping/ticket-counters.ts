import { loadSqlite } from "../store/open-store.ts";
import { getSetting, putSetting } from "../store/settings.ts";
import type { DeskTransaction } from "../store/store.ts";

/** How far the numbers of tickets have gone, by the key that holds it. */
export type Counters = ReadonlyMap<string, number>;

const PREFIX = "counter:";

/** Of a desk that is to be replaced; none where its file is gone or damaged. */
export async function readCounters(path: string): Promise<Counters> {
	const { DatabaseSync } = await loadSqlite();
	try {
		const database = new DatabaseSync(path, { readOnly: true });
		try {
			const rows = database.prepare("select key, value from setting where key like ?").all(`${PREFIX}%`);
			return new Map(rows.map(({ key, value }) => [String(key), Number(value)]));
		} finally {
			database.close();
		}
	} catch {
		return new Map(); // a lost disk is what backups are for
	}
}

/** No number means two tickets: what was said since the backup, by phone or mail, is not given out again. */
export async function raiseCounters(tx: DeskTransaction, counters: Counters): Promise<void> {
	for (const [key, counter] of counters) {
		const present = (await getSetting<number>(tx, key)) ?? 0;
		if (Number.isSafeInteger(counter) && counter > present) await putSetting(tx, key, counter);
	}
}
