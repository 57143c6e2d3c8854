import { setImmediate } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { DeskDatabase } from "../../store/store.ts";
import type { DeskTables } from "../../store/tables.ts";
import { EXPORTED_TABLES, type TableExport, withoutSecrets } from "./exported-tables.ts";

/** Text is handed on in pieces of about this size: few enough to be quick, small enough for memory. */
const PIECE_CHARS = 65_536;
/** How long rows are read at a stretch, before everybody else has their turn. */
const TURN_MS = 10;

/** Rows of a table, one JSON object a line. */
export async function* tableLines(database: DeskDatabase, table: keyof DeskTables): AsyncIterable<string> {
	const shape: TableExport | null = EXPORTED_TABLES[table];
	if (!shape) return;
	const { json = [], without = [], isGuarded = false } = shape;
	// The table's name is only known by the list's type: here any table will do.
	const anyTable = database as unknown as Kysely<Record<string, Record<string, unknown>>>;
	yield* inPieces(anyTable.selectFrom(table).selectAll().stream(), (row) => {
		for (const column of without) delete row[column];
		for (const column of json) {
			const value = parseColumn(row[column]);
			row[column] = isGuarded ? withoutSecrets(value) : value;
		}
		return `${JSON.stringify(row)}\n`;
	});
}

/** Rows as text, a piece at a time; who asks for the next one sets the pace. */
export async function* inPieces<Row>(
	rows: AsyncIterable<Row>,
	toText: (row: Row) => string,
): AsyncIterable<string> {
	let piece = "";
	let turnEndsAt = performance.now() + TURN_MS;
	for await (const row of rows) {
		piece += toText(row);
		if (piece.length >= PIECE_CHARS) {
			yield piece;
			piece = "";
		}
		if (performance.now() < turnEndsAt) continue;
		await setImmediate();
		turnEndsAt = performance.now() + TURN_MS;
	}
	if (piece !== "") yield piece;
}

function parseColumn(value: unknown): unknown {
	return typeof value === "string" ? JSON.parse(value) : value;
}
