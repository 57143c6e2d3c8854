import { sql } from "kysely";
import type { DeskDatabase } from "../store/store.ts";
import type { LogEntry } from "./log-entry.ts";

/** When tickets ended, epoch milliseconds: `from` included, `before` not; `null` is any time. */
export interface EndedRange {
	readonly from: number | null;
	readonly before: number | null;
}

/** Which entries are of tickets that need no more work and were last touched within a range; by seq. */
export async function findEnded(
	database: DeskDatabase,
	log: readonly LogEntry[],
	{ from, before }: EndedRange,
): Promise<ReadonlySet<number>> {
	const seqs = log.filter(({ kind, deleted }) => kind === "ticket" && deleted === 0).map(({ seq }) => seq);
	const { rows } = await sql<{ readonly seq: number }>`
		select change_log.seq
		from change_log join ticket on ticket.id = change_log.id
		where change_log.seq in (select value from json_each(${JSON.stringify(seqs)}))
			and ticket.is_open = 0
			and ticket.updated_at >= ${from ?? Number.MIN_SAFE_INTEGER}
			and ticket.updated_at < ${before ?? Number.MAX_SAFE_INTEGER}`.execute(database);
	return new Set(rows.map(({ seq }) => seq));
}
