import { setImmediate } from "node:timers/promises";
import type { CompiledQuery, Insertable, Kysely } from "kysely";
import type { DeskDatabase } from "./store.ts";
import type { DeskTables } from "./tables.ts";

/** Rows of one statement: more gain nothing, and a wide table stays far below SQLite's 32,766 parameters. */
const ROWS_PER_STATEMENT = 50;

export interface BulkOptions {
	/** Replaces rows of the same key instead of failing. */
	readonly isReplacing?: boolean;
}

/**
 * Inserts many rows of one shape: Kysely compiles the statement once and each further one only binds
 * its values. All rows must have the columns of the first.
 */
export async function insertRows<Table extends keyof DeskTables & string>(
	database: DeskDatabase,
	table: Table,
	rows: readonly Insertable<DeskTables[Table]>[],
	options: BulkOptions = {},
): Promise<void> {
	const first = rows[0];
	if (!first) return;
	const columns = Object.keys(first) as (keyof typeof first)[];
	let compiled: CompiledQuery | null = null;
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		const slice = rows.slice(from, from + ROWS_PER_STATEMENT);
		if (!compiled || slice.length < ROWS_PER_STATEMENT)
			compiled = compileInsert(database, table, slice, options);
		const parameters = slice.flatMap((row) => columns.map((column) => row[column]));
		await database.executeQuery({ ...compiled, parameters });
	}
}

function compileInsert(
	database: DeskDatabase,
	table: string,
	rows: readonly object[],
	options: BulkOptions,
): CompiledQuery {
	// The table's name is only known by the caller's type: here any table will do.
	const anyTable = database as unknown as Kysely<Record<string, Record<string, unknown>>>;
	const insert = anyTable.insertInto(table).values(rows as Record<string, unknown>[]);
	return (options.isReplacing ? insert.orReplace() : insert).compile();
}

/**
 * Works through many items in slices, letting everything else in the process have its turn between
 * them. Each slice is meant to be one `store.write`.
 */
export async function inSlices<Item>(
	items: readonly Item[],
	sliceLength: number,
	work: (slice: readonly Item[], from: number) => Promise<void>,
): Promise<void> {
	for (let from = 0; from < items.length; from += sliceLength) {
		await work(items.slice(from, from + sliceLength), from);
		await setImmediate();
	}
}
