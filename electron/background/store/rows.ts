import type { Attachment } from "../../../shared/api/attachments.ts";
import type { Ci, Person, Team } from "../../../shared/api/directory.ts";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import type { Delegation } from "../../../shared/approval/delegation.ts";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { type DeclaredFields, isDeclared, type Ticket } from "../../../shared/ticket/ticket.ts";
import type {
	AttachmentTable,
	CiTable,
	Flag,
	HistoryTable,
	JsonText,
	PersonTable,
	TeamTable,
	TicketTable,
} from "./tables.ts";

/** Between rows and objects: the one place that knows both. Columns of JSON were written here, so they are trusted. */

export function fromTicketRow(row: TicketTable): Ticket {
	return {
		id: row.id,
		kind: row.kind,
		number: row.number,
		shortDescription: row.short_description,
		description: row.description,
		state: row.state,
		holdReason: row.hold_reason,
		followUpAt: row.follow_up_at,
		impact: row.impact,
		urgency: row.urgency,
		priority: row.priority,
		teamId: row.team_id,
		assigneeId: row.assignee_id,
		callerId: row.caller_id,
		openedById: row.opened_by_id,
		ciId: row.ci_id,
		serviceId: row.service_id,
		category: row.category,
		subcategory: row.subcategory,
		contactType: row.contact_type,
		sourceState: row.source_state,
		closeCode: row.close_code,
		closeNotes: row.close_notes,
		parentId: row.parent_id,
		problemId: row.problem_id,
		reopenCount: row.reopen_count,
		openedAt: row.opened_at,
		updatedAt: row.updated_at,
		resolvedAt: row.resolved_at,
		closedAt: row.closed_at,
		revision: row.revision,
		track: parseJson<Ticket["track"]>(row.track),
		...(row.declared === null ? {} : parseJson<DeclaredFields>(row.declared)),
	};
}

export function toTicketRow(ticket: Ticket): TicketTable {
	return {
		id: ticket.id,
		kind: ticket.kind,
		number: ticket.number,
		short_description: ticket.shortDescription,
		description: ticket.description,
		state: ticket.state,
		hold_reason: ticket.holdReason,
		follow_up_at: ticket.followUpAt,
		impact: ticket.impact,
		urgency: ticket.urgency,
		priority: ticket.priority,
		team_id: ticket.teamId,
		assignee_id: ticket.assigneeId,
		caller_id: ticket.callerId,
		opened_by_id: ticket.openedById,
		ci_id: ticket.ciId,
		service_id: ticket.serviceId,
		category: ticket.category,
		subcategory: ticket.subcategory,
		contact_type: ticket.contactType,
		source_state: ticket.sourceState,
		close_code: ticket.closeCode,
		close_notes: ticket.closeNotes,
		parent_id: ticket.parentId,
		problem_id: ticket.problemId,
		reopen_count: ticket.reopenCount,
		opened_at: ticket.openedAt,
		updated_at: ticket.updatedAt,
		resolved_at: ticket.resolvedAt,
		closed_at: ticket.closedAt,
		revision: ticket.revision,
		track: JSON.stringify(ticket.track),
		declared: declaredOf(ticket),
		is_open: toFlag(isOpenState(ticket.kind, ticket.state)),
	};
}

/** The fields that its kind declares, as one column: `null` where none is filled. */
function declaredOf(ticket: Ticket): JsonText | null {
	const entries = Object.entries(ticket).filter(([field]) => isDeclared(field));
	return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

export function fromHistoryRow(row: HistoryTable): HistoryEntry {
	return {
		id: row.id,
		ticketId: row.ticket_id,
		revision: row.revision,
		type: row.type,
		actor: { kind: row.actor_kind, id: row.actor_id },
		occurredAt: row.occurred_at,
		recordedAt: row.recorded_at,
		changes: parseJson<HistoryEntry["changes"]>(row.changes),
		note: row.note_kind === null ? null : { kind: row.note_kind, text: row.note_text ?? "" },
		intentId: row.intent_id,
		alertId: row.alert_id,
		...(row.batch_id ? { batchId: row.batch_id } : {}),
		...(row.undoes ? { undoes: row.undoes } : {}),
	};
}

export function toHistoryRow(entry: HistoryEntry): HistoryTable {
	return {
		id: entry.id,
		ticket_id: entry.ticketId,
		revision: entry.revision,
		type: entry.type,
		actor_kind: entry.actor.kind,
		actor_id: entry.actor.id,
		occurred_at: entry.occurredAt,
		recorded_at: entry.recordedAt,
		changes: JSON.stringify(entry.changes),
		note_kind: entry.note?.kind ?? null,
		note_text: entry.note?.text ?? null,
		intent_id: entry.intentId,
		alert_id: entry.alertId,
		batch_id: entry.batchId ?? null,
		undoes: entry.undoes ?? null,
	};
}

export function fromAttachmentRow(row: AttachmentTable): Attachment {
	return { id: row.id, name: row.name, mediaType: row.media_type, sizeBytes: row.size_bytes };
}

export function fromPersonRow(row: PersonTable): Person {
	return {
		id: row.id,
		name: row.name,
		email: row.email,
		phone: row.phone,
		location: row.location,
		department: row.department,
		isVip: row.is_vip === 1,
		roles: parseJson<Person["roles"]>(row.roles),
		teamIds: parseJson<Person["teamIds"]>(row.team_ids),
		isActive: row.is_active === 1,
		...(row.scope === null ? {} : { scope: parseJson<Person["scope"]>(row.scope) }),
		...(row.delegation === null ? {} : { delegation: parseJson<Delegation>(row.delegation) }),
	};
}

export function toPersonRow(person: Person): PersonTable {
	return {
		id: person.id,
		name: person.name,
		email: person.email,
		phone: person.phone,
		location: person.location,
		department: person.department,
		is_vip: toFlag(person.isVip),
		roles: JSON.stringify(person.roles),
		team_ids: JSON.stringify(person.teamIds),
		is_active: toFlag(person.isActive),
		scope: person.scope ? JSON.stringify(person.scope) : null,
		delegation: person.delegation ? JSON.stringify(person.delegation) : null,
	};
}

export function fromTeamRow(row: TeamTable): Team {
	return { id: row.id, name: row.name, isActive: row.is_active === 1 };
}

export function toTeamRow(team: Team): TeamTable {
	return { id: team.id, name: team.name, is_active: toFlag(team.isActive) };
}

type CiDetails = Pick<Ci, "runsOnIds" | "partOfIds" | "connectsToIds" | "status" | "location" | "note">;

function detailsOf({ runsOnIds, partOfIds, connectsToIds, status, location, note }: Ci): CiDetails {
	return {
		...(runsOnIds?.length ? { runsOnIds } : {}),
		...(partOfIds?.length ? { partOfIds } : {}),
		...(connectsToIds?.length ? { connectsToIds } : {}),
		...(status === undefined ? {} : { status }),
		...(location ? { location } : {}),
		...(note ? { note } : {}),
	};
}

export function fromCiRow(row: CiTable): Ci {
	return {
		id: row.id,
		name: row.name,
		class: row.class,
		ownerTeamId: row.owner_team_id,
		criticality: row.criticality,
		dependsOnIds: parseJson<Ci["dependsOnIds"]>(row.depends_on_ids),
		...(row.external_id === null ? {} : { externalId: row.external_id }),
		...(row.revision === 1 ? {} : { revision: row.revision }),
		...parseJson<CiDetails>(row.details),
	};
}

export function toCiRow(ci: Ci): CiTable {
	return {
		id: ci.id,
		name: ci.name,
		class: ci.class,
		owner_team_id: ci.ownerTeamId,
		criticality: ci.criticality,
		depends_on_ids: JSON.stringify(ci.dependsOnIds),
		external_id: ci.externalId ?? null,
		revision: ci.revision ?? 1,
		details: JSON.stringify(detailsOf(ci)),
	};
}

/** A JSON column of ours; `Value` is what its writer put there. */
export function parseJson<Value>(text: JsonText): Value {
	return JSON.parse(text) as Value;
}

export function toFlag(value: boolean): Flag {
	return value ? 1 : 0;
}
