import { type RawBuilder, type SqlBool, sql } from "kysely";
import { isNarrow, type Viewer } from "../../../shared/permission/scope.ts";
import type { DeskDatabase } from "../store/store.ts";
import type { LogEntry } from "./log-entry.ts";

/**
 * Whether a row of `ticket` is in the viewer's scope, as `isInScope` says it, for the database; and what the
 * viewer is or was asked to approve, which only the database knows.
 */
export function isVisible(viewer: Viewer): RawBuilder<SqlBool> {
	if (!isNarrow(viewer.scope)) return sql<SqlBool>`(1 = 1)`;
	const { personId } = viewer;
	return sql<SqlBool>`(${isScoped(viewer)}
		or (ticket.kind = 'approval' and ticket.assignee_id = ${personId})
		or exists (
			select 1 from ticket as asked
			where asked.parent_id = ticket.id and asked.kind = 'approval' and asked.assignee_id = ${personId}
		))`;
}

function isScoped({ personId, teamIds, scope }: Viewer): RawBuilder<SqlBool> {
	const kinds = scope.kinds === null ? sql`1 = 1` : sql`ticket.kind in (${list(scope.kinds)})`;
	if (scope.teams === "all") return sql<SqlBool>`(${kinds})`;
	return sql<SqlBool>`(${kinds} and (ticket.team_id in (${list(teamIds)})
		or ticket.assignee_id = ${personId} or ticket.opened_by_id = ${personId}))`;
}

/** As JSON: a statement stays the same for any number of values, none included. */
function list(values: readonly string[]): RawBuilder<unknown> {
	return sql`select value from json_each(${JSON.stringify(values)})`;
}

/** Which entries are of tickets out of the viewer's scope, by seq. */
export async function findHidden(
	database: DeskDatabase,
	log: readonly LogEntry[],
	viewer: Viewer,
): Promise<ReadonlySet<number>> {
	if (!isNarrow(viewer.scope)) return new Set();
	const seqs = log.filter(({ kind, deleted }) => kind === "ticket" && deleted === 0).map(({ seq }) => seq);
	const { rows } = await sql<{ readonly seq: number }>`
		select change_log.seq
		from change_log join ticket on ticket.id = change_log.id
		where change_log.seq in (select value from json_each(${JSON.stringify(seqs)}))
			and not coalesce(${isVisible(viewer)}, 0)`.execute(database);
	return new Set(rows.map(({ seq }) => seq));
}

/** Those of the tickets that the viewer sees. */
export async function keepVisible(
	database: DeskDatabase,
	ticketIds: readonly string[],
	viewer: Viewer,
): Promise<readonly string[]> {
	if (!isNarrow(viewer.scope)) return ticketIds;
	const rows = await database
		.selectFrom("ticket")
		.select("id")
		.where("id", "in", ticketIds)
		.where(isVisible(viewer))
		.execute();
	return rows.map(({ id }) => id);
}
