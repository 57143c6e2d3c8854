import { sql } from "kysely";
import type { DeskDatabase } from "../../store/store.ts";
import type { LogEntry } from "../log-entry.ts";

/** Which entries are of views that others keep for themselves, by seq. */
export async function findHiddenViews(
	database: DeskDatabase,
	log: readonly LogEntry[],
	personId: string,
): Promise<ReadonlySet<number>> {
	const seqs = log.filter(({ kind, deleted }) => kind === "view" && deleted === 0).map(({ seq }) => seq);
	if (seqs.length === 0) return new Set();
	const { rows } = await sql<{ readonly seq: number }>`
		select change_log.seq
		from change_log join saved_view on saved_view.id = change_log.id
		where change_log.seq in (select value from json_each(${JSON.stringify(seqs)}))
			and saved_view.audience = 'own' and saved_view.owner_id <> ${personId}`.execute(database);
	return new Set(rows.map(({ seq }) => seq));
}
