import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Finds incidents that wait for a moment, on hold or resolved, without reading all the others. */
export const INCIDENT_TIMES: Migration = {
	up: async (database: Kysely<unknown>) => {
		await sql`create index if not exists ticket_incident_times on ticket (state, follow_up_at, updated_at)
			where kind = 'incident' and state in (3, 6)`.execute(database);
	},
};
