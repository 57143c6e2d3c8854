import type { AuditAction, AuditEntry, AuditPage, AuditQuery } from "../../../shared/api/audit.ts";
import type { DeskDatabase, DeskTransaction } from "../store/store.ts";

/** Who changes somebody's rights, and when; `null` is the desk itself. */
export interface Act {
	readonly actorId: string | null;
	readonly now: number;
}

export interface AuditNote {
	readonly action: AuditAction;
	readonly personId?: string;
	readonly teamId?: string;
	readonly from?: string | null;
	readonly to?: string | null;
}

const PER_PAGE = 100;

/** Adds a line to the audit trail, in the transaction that does what it says. */
export async function recordAudit(tx: DeskTransaction, act: Act, note: AuditNote): Promise<void> {
	await tx
		.insertInto("audit")
		.values({
			at: act.now,
			actor_id: act.actorId,
			action: note.action,
			person_id: note.personId ?? null,
			team_id: note.teamId ?? null,
			value_from: note.from ?? null,
			value_to: note.to ?? null,
		})
		.execute();
}

/** The newest first. */
export async function listAudit(database: DeskDatabase, query: AuditQuery): Promise<AuditPage> {
	const limit = query.limit ?? PER_PAGE;
	const { personId, before } = query;
	let select = database
		.selectFrom("audit")
		.leftJoin("person as actor", "actor.id", "audit.actor_id")
		.leftJoin("person as subject", "subject.id", "audit.person_id")
		.leftJoin("team", "team.id", "audit.team_id")
		.selectAll("audit")
		.select(["actor.name as actor_name", "subject.name as person_name", "team.name as team_name"])
		.orderBy("audit.id", "desc")
		.limit(limit + 1);
	if (before !== undefined) select = select.where("audit.id", "<", before);
	if (personId !== undefined) {
		select = select.where((where) =>
			where.or([where("audit.person_id", "=", personId), where("audit.actor_id", "=", personId)]),
		);
	}
	const rows = await select.execute();
	const entries = rows.slice(0, limit).map(
		(row): AuditEntry => ({
			id: row.id,
			at: row.at,
			actorId: row.actor_id,
			actorName: row.actor_name,
			action: row.action,
			personId: row.person_id,
			personName: row.person_name,
			teamId: row.team_id,
			teamName: row.team_name,
			from: row.value_from,
			to: row.value_to,
		}),
	);
	return { entries, hasMore: rows.length > limit };
}
