import { sql } from "kysely";
import type { DeskDatabase } from "../../store/store.ts";
import type { LogEntry } from "../log-entry.ts";
import { SHELVES } from "./shelves.ts";

/** Which entries are of what others keep for themselves, by seq. */
export async function findKeptByOthers(
	database: DeskDatabase,
	log: readonly LogEntry[],
	personId: string,
): Promise<ReadonlySet<number>> {
	const hidden = new Set<number>();
	for (const shelf of SHELVES) {
		const seqs = log
			.filter(({ kind, deleted }) => kind === shelf.kind && deleted === 0)
			.map(({ seq }) => seq);
		if (seqs.length === 0) continue;
		const { rows } = await sql<{ readonly seq: number }>`
			select change_log.seq
			from change_log join ${sql.table(shelf.table)} as kept on kept.id = change_log.id
			where change_log.seq in (select value from json_each(${JSON.stringify(seqs)}))
				and kept.audience = 'own' and kept.owner_id <> ${personId}`.execute(database);
		for (const { seq } of rows) hidden.add(seq);
	}
	return hidden;
}
