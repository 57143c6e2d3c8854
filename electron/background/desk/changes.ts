import { sql } from "kysely";
import type { Change, ChangeKind, ChangePage } from "../../../shared/api/changes.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { fromAlertRow, fromCheckRow } from "../store/monitoring-rows.ts";
import { fromCiRow, fromPersonRow, fromTeamRow, fromTicketRow } from "../store/rows.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import type { DeskTables } from "../store/tables.ts";

export interface ChangesRequest {
	readonly since: number;
	readonly epoch: string | undefined;
	readonly limit: number;
}

/** A stretch of the change log. */
interface Stretch {
	readonly after: number;
	readonly to: number;
}

/**
 * The next page of changes after a cursor: each thing once, with its newest standing. Refused with
 * `epoch_changed` or `cursor_ahead` where the cursor is of another past: the cache starts over.
 */
export async function readChanges(
	store: Store,
	{ since, epoch, limit }: ChangesRequest,
	now: number,
): Promise<Result<ChangePage>> {
	// An empty epoch is a cache that has none yet.
	if (epoch && epoch !== store.epoch) {
		return refuse("epoch_changed", "This desk’s past was replaced: start over from 0.", "epoch");
	}
	const head = store.head();
	if (since > head) return refuse("cursor_ahead", `The newest change is ${head}.`, "since");
	const log = await readLog(store.reader, since, limit);
	const last = log.at(-1)?.seq ?? since;
	const next = log.length < limit ? Math.max(head, last) : last;
	const left = await countAfter(store.reader, next);
	const changes = await joinRows(store.reader, { after: since, to: next }, log);
	return ok({
		epoch: store.epoch,
		head: Math.max(head, next),
		next,
		hasMore: left > 0,
		left,
		serverTime: now,
		changes,
	});
}

interface LogEntry {
	readonly seq: number;
	readonly kind: ChangeKind;
	readonly id: string;
	readonly deleted: number;
}

function readLog(database: DeskDatabase, since: number, limit: number): Promise<readonly LogEntry[]> {
	return database
		.selectFrom("change_log")
		.selectAll()
		.where("seq", ">", since)
		.orderBy("seq")
		.limit(limit)
		.execute();
}

async function countAfter(database: DeskDatabase, seq: number): Promise<number> {
	const row = await database
		.selectFrom("change_log")
		.select((select) => select.fn.countAll<number>().as("left"))
		.where("seq", ">", seq)
		.executeTakeFirstOrThrow();
	return row.left;
}

/**
 * Puts each entry's row to it. An entry that moved on while the page was read has no row here: it
 * comes again with its later seq.
 */
async function joinRows(
	database: DeskDatabase,
	stretch: Stretch,
	log: readonly LogEntry[],
): Promise<Change[]> {
	const kinds = new Set(log.filter((entry) => entry.deleted === 0).map((entry) => entry.kind));
	const found = new Map<number, unknown>();
	for (const kind of kinds) await JOINS[kind](database, stretch, found);
	return log.flatMap(({ seq, kind, id, deleted }): Change[] => {
		if (deleted === 1) return [{ seq, kind, id, deleted: true }];
		const row = found.get(seq);
		// The row came from this kind's own table and mapper.
		return row === undefined ? [] : [{ seq, kind, id, row } as Change];
	});
}

type Join = (database: DeskDatabase, stretch: Stretch, found: Map<number, unknown>) => Promise<void>;

/** Reads the rows that a stretch of the log names in one statement, by their place in it. */
function joinTable<Row>(kind: ChangeKind, table: keyof DeskTables, fromRow: (row: Row) => unknown): Join {
	return async (database, { after, to }, found) => {
		const { rows } = await sql<Row & { readonly seq: number }>`
			select change_log.seq, thing.*
			from change_log join ${sql.table(table)} as thing on thing.id = change_log.id
			where change_log.seq > ${after} and change_log.seq <= ${to}
				and change_log.kind = ${kind} and change_log.deleted = 0`.execute(database);
		for (const row of rows) found.set(row.seq, fromRow(row));
	};
}

/** Kinds and the tables that hold them. */
const JOINS: Readonly<Record<ChangeKind, Join>> = {
	ticket: joinTable("ticket", "ticket", fromTicketRow),
	person: joinTable("person", "person", fromPersonRow),
	team: joinTable("team", "team", fromTeamRow),
	ci: joinTable("ci", "ci", fromCiRow),
	check: joinTable("check", "check_definition", fromCheckRow),
	alert: joinTable("alert", "alert", fromAlertRow),
};
