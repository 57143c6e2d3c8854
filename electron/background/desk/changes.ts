import { type RawBuilder, sql } from "kysely";
import type { Change, ChangeKind, ChangePage } from "../../../shared/api/changes.ts";
import type { Viewer } from "../../../shared/permission/scope.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { fromAlertRow, fromCheckRow } from "../store/monitoring-rows.ts";
import { fromCiRow, fromPersonRow, fromTeamRow, fromTicketRow } from "../store/rows.ts";
import { fromCalendarRow, fromPolicyRow } from "../store/sla-rows.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import type { DeskTables } from "../store/tables.ts";
import { fromChangeSettingRow } from "./change/change-settings.ts";
import { type EndedRange, findEnded } from "./ended-tickets.ts";
import { readDefined } from "./lifecycles/read-lifecycles.ts";
import type { LogEntry } from "./log-entry.ts";
import { fromOfferRow } from "./requests/offers.ts";
import { findDeskSetting } from "./settings/desk-settings.ts";
import { fromArticleRow, RATING_COUNTS } from "./shelf/articles.ts";
import { findKeptByOthers } from "./shelf/kept-by-others.ts";
import { fromShelfRow } from "./shelf/shelf.ts";
import { findHidden } from "./visible.ts";
import { readWorkingLog, type Worker } from "./working-set.ts";

export interface ChangesRequest {
	readonly since: number;
	readonly epoch: string | undefined;
	readonly limit: number;
	/** `all` in the log's order; of it only what an agent begins with; or only tickets that ended within a range. */
	readonly scope:
		| { readonly kind: "all" }
		| { readonly kind: "working"; readonly worker: Worker }
		| { readonly kind: "ended"; readonly range: EndedRange };
	/** Tickets that ended before this are not wanted; 0 wants all. */
	readonly endedFrom: number;
	/** The asker held nothing yet when the desk stood here: what is gone up to it need not be named. */
	readonly blankTo: number;
	/** Who asks: what is out of their scope is left out. Absent: nothing is. */
	readonly viewer?: Viewer;
}

/**
 * The next page of changes after a cursor: each thing once, with its newest standing. Refused with
 * `epoch_changed` or `cursor_ahead` where the cursor is of another past: the cache starts over.
 */
export async function readChanges(
	store: Store,
	request: ChangesRequest,
	now: number,
): Promise<Result<ChangePage>> {
	const { since, epoch, limit } = request;
	// An empty epoch is a cache that has none yet.
	if (epoch && epoch !== store.epoch) {
		return refuse("epoch_changed", "This desk’s past was replaced: start over from 0.", "epoch");
	}
	// Read first: what is read after it is at least as new.
	const head = store.head();
	if (since > head) return refuse("cursor_ahead", `The newest change is ${head}.`, "since");
	const log = await readLog(store.reader, request);
	const isLast = log.length < limit;
	const last = log.at(-1)?.seq ?? since;
	const next = isLast ? Math.max(head, last) : last;
	const left = isLast ? 0 : await countAfter(store.reader, { seq: next, head });
	const kinds = await readKindsAfter(store.reader, since);
	const rest = log.filter(({ kind }) => kind !== "lifecycle");
	return ok({
		epoch: store.epoch,
		head: Math.max(head, last),
		next,
		hasMore: left > 0,
		left,
		serverTime: now,
		changes: [...kinds, ...(await joinWanted(store.reader, rest, request))],
	});
}

function readLog(
	database: DeskDatabase,
	{ since, limit, scope }: ChangesRequest,
): Promise<readonly LogEntry[]> {
	if (scope.kind === "working") return readWorkingLog(database, scope.worker, { since, limit });
	return database
		.selectFrom("change_log")
		.selectAll()
		.where("seq", ">", since)
		.orderBy("seq")
		.limit(limit)
		.execute();
}

/**
 * The kinds that the asker may not know yet: they come first on every page, also where their place in the
 * log is after tickets of theirs.
 */
async function readKindsAfter(database: DeskDatabase, since: number): Promise<readonly Change[]> {
	const log = await database
		.selectFrom("change_log")
		.select(["seq", "id"])
		.where("kind", "=", "lifecycle")
		.where("seq", ">", since)
		.orderBy("seq")
		.execute();
	if (log.length === 0) return [];
	const records = new Map((await readDefined(database)).map((record) => [record.id, record]));
	return log.flatMap(({ seq, id }): readonly Change[] => {
		const row = records.get(id);
		return row ? [{ seq, kind: "lifecycle", id, row }] : [];
	});
}

/** Counting a million entries for every page would take longer than the pages. */
const COUNTED_AT_MOST = 10_000;

/** How many changes are left: counted where few are, else as many as there can be. */
async function countAfter(
	database: DeskDatabase,
	{ seq, head }: { readonly seq: number; readonly head: number },
): Promise<number> {
	const { rows } = await sql<{ readonly counted: number }>`
		select count(*) as counted
		from (select 1 from change_log where seq > ${seq} limit ${COUNTED_AT_MOST})`.execute(database);
	const counted = rows[0]?.counted ?? 0;
	return counted < COUNTED_AT_MOST ? counted : Math.max(counted, head - seq);
}

const NOTHING: ReadonlySet<number> = new Set();

async function findAllHidden(
	database: DeskDatabase,
	log: readonly LogEntry[],
	viewer: Viewer,
): Promise<ReadonlySet<number>> {
	const tickets = await findHidden(database, log, viewer);
	const views = await findKeptByOthers(database, log, viewer.personId);
	return new Set([...tickets, ...views]);
}

/** Leaves out what the asker does not want or may not see; what it may have of that becomes a tombstone. */
async function joinWanted(
	database: DeskDatabase,
	log: readonly LogEntry[],
	{ scope, endedFrom, blankTo, viewer }: ChangesRequest,
): Promise<Change[]> {
	const hidden = viewer ? await findAllHidden(database, log, viewer) : NOTHING;
	if (scope.kind === "ended") {
		const wanted = await findEnded(database, log, scope.range);
		return joinRows(
			database,
			log.filter(({ seq }) => wanted.has(seq) && !hidden.has(seq)),
		);
	}
	const leftOut = endedFrom > 0 ? await findEnded(database, log, { from: null, before: endedFrom }) : null;
	const named = log
		.map((entry) => (leftOut?.has(entry.seq) || hidden.has(entry.seq) ? { ...entry, deleted: 1 } : entry))
		.filter(({ seq, deleted }) => deleted === 0 || seq > blankTo);
	return joinRows(database, named);
}

/**
 * Puts each entry's row to it. An entry that moved on while the page was read has no row here: it
 * comes again with its later seq.
 */
async function joinRows(database: DeskDatabase, log: readonly LogEntry[]): Promise<Change[]> {
	const found = new Map<number, unknown>();
	const byKind = Map.groupBy(
		log.filter((entry) => entry.deleted === 0),
		(entry) => entry.kind,
	);
	for (const [kind, entries] of byKind) if (kind !== "lifecycle") await JOINS[kind](database, entries, found);
	return log.flatMap(({ seq, kind, id, deleted }): Change[] => {
		if (deleted === 1) return [{ seq, kind, id, deleted: true }];
		const row = found.get(seq);
		// The row came from this kind's own table and mapper.
		return row === undefined ? [] : [{ seq, kind, id, row } as Change];
	});
}

type Join = (
	database: DeskDatabase,
	entries: readonly LogEntry[],
	found: Map<number, unknown>,
) => Promise<void>;

/** Reads the rows that entries of one kind name in one statement, by their place in the log. */
function joinTable<Row>(
	table: keyof DeskTables,
	fromRow: (row: Row) => unknown,
	alsoColumns: RawBuilder<unknown> | null = null,
): Join {
	return async (database, entries, found) => {
		const seqs = JSON.stringify(entries.map(({ seq }) => seq));
		const { rows } = await sql<Row & { readonly seq: number }>`
			select change_log.seq, thing.*${alsoColumns ? sql`, ${alsoColumns}` : sql``}
			from change_log join ${sql.table(table)} as thing on thing.id = change_log.id
			where change_log.seq in (select value from json_each(${seqs}))`.execute(database);
		for (const row of rows) found.set(row.seq, fromRow(row));
	};
}

/** Kinds and the tables that hold them. */
const JOINS: Readonly<Record<Exclude<ChangeKind, "lifecycle">, Join>> = {
	ticket: joinTable("ticket", fromTicketRow),
	person: joinTable("person", fromPersonRow),
	team: joinTable("team", fromTeamRow),
	ci: joinTable("ci", fromCiRow),
	check: joinTable("check_definition", fromCheckRow),
	alert: joinTable("alert", fromAlertRow),
	calendar: joinTable("sla_calendar", fromCalendarRow),
	policy: joinTable("sla_policy", fromPolicyRow),
	changeSettings: joinTable("change_setting", fromChangeSettingRow),
	offer: joinTable("offer", fromOfferRow),
	view: joinTable("saved_view", fromShelfRow),
	reply: joinTable("reply", fromShelfRow),
	article: joinTable("article", fromArticleRow, RATING_COUNTS),
	setting: async (database, entries, found) => {
		for (const { seq, id } of entries) found.set(seq, (await findDeskSetting(database, id)) ?? undefined);
	},
};
