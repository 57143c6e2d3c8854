import { registerLifecycles, ticketKinds } from "../../../../shared/ticket/known-lifecycles.ts";
import { readDefined } from "../../desk/lifecycles/read-lifecycles.ts";
import type { DeskDatabase } from "../../store/store.ts";
import type { DeskTables } from "../../store/tables.ts";
import { EXPORTED_TABLES } from "./exported-tables.ts";
import { tableLines } from "./table-lines.ts";
import { ticketCsv } from "./ticket-csv.ts";

/** One file of an export; its text is made while it is read. */
export interface ExportFile {
	readonly path: string;
	readonly pieces: AsyncIterable<string>;
}

export const JSON_FOLDER = "json";
export const CSV_FOLDER = "csv";

/** All that leaves a desk: its tables as JSON lines, then the tickets of each kind as CSV. */
export async function exportFiles(database: DeskDatabase): Promise<readonly ExportFile[]> {
	const defined = await readDefined(database);
	registerLifecycles(defined);
	const tables = (Object.keys(EXPORTED_TABLES) as (keyof DeskTables)[]).filter(
		(name) => EXPORTED_TABLES[name],
	);
	return [
		...tables.map((table) => ({
			path: `${JSON_FOLDER}/${table}.jsonl`,
			pieces: tableLines(database, table),
		})),
		...ticketKinds().map((kind) => ({
			path: `${CSV_FOLDER}/${kind}.csv`,
			pieces: ticketCsv(database, kind),
		})),
	];
}
