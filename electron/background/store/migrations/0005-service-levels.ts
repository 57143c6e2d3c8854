import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Calendars and policies with their versions, what thresholds have done, and who was answered when. */
export const SERVICE_LEVELS: Migration = {
	up: async (database: Kysely<unknown>) => {
		const { schema } = database;
		await schema
			.createTable("sla_calendar")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("versions", "text", (column) => column.notNull())
			.execute();
		await schema
			.createTable("sla_policy")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("party", "text", (column) => column.notNull())
			.addColumn("measure", "text", (column) => column.notNull())
			.addColumn("versions", "text", (column) => column.notNull())
			.execute();
		await schema
			.createTable("sla_action")
			.addColumn("ticket_id", "text", (column) => column.notNull().references("ticket.id"))
			.addColumn("policy_id", "text", (column) => column.notNull())
			.addColumn("percent", "integer", (column) => column.notNull())
			.addColumn("done_at", "bigint", (column) => column.notNull())
			.addPrimaryKeyConstraint("sla_action_once", ["ticket_id", "policy_id", "percent"])
			.execute();
		await markAnswers(database);
	},
};

const TICKETS_A_TIME = 500;

interface TicketRow {
	readonly id: string;
	readonly kind: string;
	readonly track: string;
}

interface AnswerRow {
	readonly ticket_id: string;
	readonly occurred_at: number;
	readonly moved: number;
}

type Move = readonly (number | string | null)[];

/** The state that each kind begins in. */
const INITIAL: Readonly<Record<string, number>> = {
	incident: 1,
	request: -5,
	problem: 101,
	change: -5,
	task: -5,
};

/** Tracks say from now on since when somebody was answered; the history knows it of all tickets. */
async function markAnswers(database: Kysely<unknown>): Promise<void> {
	for (let after = ""; ; ) {
		const { rows } = await sql<TicketRow>`
			select id, kind, track from ticket where id > ${after} order by id limit ${TICKETS_A_TIME}`.execute(
			database,
		);
		const answers = await readAnswers(database, rows);
		for (const { id, kind, track } of rows) {
			const answer = answers.get(id);
			if (!answer) continue;
			const marked = JSON.stringify(markTrack(JSON.parse(track) as readonly Move[], answer, INITIAL[kind]));
			await sql`update ticket set track = ${marked} where id = ${id}`.execute(database);
		}
		const last = rows.at(-1);
		if (!last || rows.length < TICKETS_A_TIME) return;
		after = last.id;
	}
}

/** The first entry of each ticket by which a person moved it out of its first state, or commented in public. */
async function readAnswers(
	database: Kysely<unknown>,
	tickets: readonly TicketRow[],
): Promise<ReadonlyMap<string, AnswerRow>> {
	const ids = JSON.stringify(tickets.map(({ id }) => id));
	const initials = JSON.stringify(INITIAL);
	const { rows } = await sql<AnswerRow>`
		with entry as (
			select history.ticket_id, history.revision, history.occurred_at,
				json_extract(history.changes, '$.state.to') is not null
					and coalesce(
						json_extract(history.changes, '$.state.from'),
						json_extract(${initials}, '$.' || ticket.kind)
					) = json_extract(${initials}, '$.' || ticket.kind)
					and json_extract(history.changes, '$.state.to') != json_extract(${initials}, '$.' || ticket.kind)
					as moved,
				history.note_kind = 'comment' and history.actor_id is not ticket.caller_id as commented
			from history join ticket on ticket.id = history.ticket_id
			where history.ticket_id in (select value from json_each(${ids}))
				and history.actor_kind in ('person', 'import')
		)
		select ticket_id, occurred_at, moved, min(revision) as revision
		from entry where moved or commented
		group by ticket_id`.execute(database);
	return new Map(rows.map((row) => [row.ticket_id, row]));
}

function markTrack(track: readonly Move[], answer: AnswerRow, initial: number | undefined): readonly Move[] {
	const at = answer.occurred_at;
	// The move out of the first state, where that was the answer; else whatever held when it was said.
	const place = answer.moved
		? track.findIndex(([from, state]) => Number(from) >= at && state !== initial)
		: track.findLastIndex(([from]) => Number(from) <= at);
	const standing = track[place];
	if (!standing) return track;
	const from = Number(standing[0]);
	const isNew = from < at;
	const before = track.slice(0, isNew ? place + 1 : place);
	const first: Move = [Math.max(from, at), ...standing.slice(1, 5), 1];
	const rest = track.slice(place + 1).map((move): Move => [...move.slice(0, 5), 1]);
	return [...before, first, ...rest];
}
