import { sql } from "kysely";
import type { DeskDatabase } from "../store/store.ts";
import type { LogEntry } from "./log-entry.ts";

/** Whose working set. */
export interface Worker {
	readonly personId: string | null;
	readonly teamIds: readonly string[];
}

/** More open tickets than that are no working set: the newest of them come first, the rest with the rest. */
const MOST_TICKETS = 4_000;

/**
 * The stretch of the change log that an agent can begin with: their own open tickets and their teams'
 * (everybody's, for who is in no team and so looks after all), what fires now, what these name, and
 * what clocks depend on.
 * It is a part of the log in the log's own order, so that it comes in pages as the whole does.
 */
export async function readWorkingLog(
	database: DeskDatabase,
	{ personId, teamIds }: Worker,
	{ since, limit }: { readonly since: number; readonly limit: number },
): Promise<readonly LogEntry[]> {
	const isTheirs =
		teamIds.length === 0
			? sql`1 = 1`
			: sql`(assignee_id = ${personId} or team_id in (${sql.join([...teamIds])}))`;
	const { rows } = await sql<LogEntry>`
		with firing as materialized (select * from alert where condition = 'firing'),
		own as materialized (
			select id from ticket where is_open = 1 and ${isTheirs} order by updated_at desc limit ${MOST_TICKETS}
		),
		shown as materialized (
			select * from ticket where id in (select id from own union select ticket_id from firing)
		),
		working (kind, id) as (
			select 'ticket', id from shown
			union select 'alert', id from firing
			union select 'check', check_id from firing
			union select 'team', id from team
			union select 'calendar', id from sla_calendar
			union select 'policy', id from sla_policy
			union select 'changeSettings', id from change_setting
			union select 'offer', id from offer
			union select 'view', id from saved_view
			union select 'reply', id from reply
			union select kind, id from change_log where kind = 'setting'
			union select 'person', ${personId}
			union select 'person', assignee_id from shown
			union select 'person', caller_id from shown
			union select 'person', opened_by_id from shown
			union select 'ci', ci_id from shown
			union select 'ci', service_id from shown
		)
		select change_log.seq, change_log.kind, change_log.id, change_log.deleted
		from working join change_log on change_log.kind = working.kind and change_log.id = working.id
		where change_log.seq > ${since} and change_log.deleted = 0
		order by change_log.seq limit ${limit}`.execute(database);
	return rows;
}
