import { isInScope, type Viewer } from "../../../shared/permission/scope.ts";
import type { Refusal } from "../../../shared/result.ts";
import { findField } from "../../../shared/ticket/lifecycle.ts";
import {
	isRelation,
	judgeRelation,
	type RelationField,
	refuseCircle,
} from "../../../shared/ticket/relations.ts";
import type { Ticket, TicketFieldName, TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { DeskDatabase } from "../store/store.ts";
import { findTicket } from "./find-ticket.ts";
import type { Step } from "./record.ts";

/** Who names something. */
export interface Naming {
	/** With whose eyes; absent sees everything. */
	readonly viewer?: Viewer | undefined;
	/** Tickets of which an earlier intent of the same batch was not applied. */
	readonly blockedTickets?: ReadonlySet<string>;
}

/**
 * Says which changed field names a person, team, CI or ticket that isn't there (any more) or that does not fit
 * there; `undefined` where none does. Codes: `no_such_reference`, `reference_not_allowed`, `earlier_not_applied`.
 */
export async function findBrokenReference(
	database: DeskDatabase,
	steps: readonly Step[],
	naming: Naming = {},
): Promise<Refusal | undefined> {
	const ticket = steps.at(-1)?.ticket;
	if (!ticket) return undefined;
	for (const [field, value] of Object.entries(changedFields(steps))) {
		if (typeof value !== "string" || value === "") continue;
		const broken = await judgeReference(
			database,
			{ ticket, field: field as TicketFieldName, id: value },
			naming,
		);
		if (broken) return broken;
	}
	return undefined;
}

interface Reference {
	readonly ticket: Ticket;
	readonly field: TicketFieldName;
	readonly id: string;
}

type Target = "team" | "assignee" | "person" | "ci" | "ticket";

/** What the fields name that every kind has. */
const TARGETS: Readonly<Partial<Record<TicketFieldName, Target>>> = {
	teamId: "team",
	assigneeId: "assignee",
	callerId: "person",
	ciId: "ci",
	serviceId: "ci",
	parentId: "ticket",
	problemId: "ticket",
};

const DECLARED_TARGETS: ReadonlySet<string> = new Set(["team", "person", "ci", "ticket"]);

function targetOf({ ticket, field }: Reference): Target | undefined {
	const declared = findField(ticket.kind, field)?.type;
	return declared && DECLARED_TARGETS.has(declared) ? (declared as Target) : TARGETS[field];
}

async function judgeReference(
	database: DeskDatabase,
	reference: Reference,
	naming: Naming,
): Promise<Refusal | undefined> {
	const { field, id } = reference;
	const target = targetOf(reference);
	switch (target) {
		case "team":
			return (await isActive(database, "team", id)) ? undefined : missing("team", field);
		case "assignee":
			return (await isActive(database, "person", id)) ? undefined : missing("person to assign to", field);
		case "person":
		case "ci":
			return (await isKnown(database, target, id))
				? undefined
				: missing(NAMES[field] ?? DEFAULT_NAMES[target], field);
		case "ticket":
			return judgeTicket(database, reference, naming);
		default:
			return undefined;
	}
}

const NAMES: Readonly<Partial<Record<TicketFieldName, string>>> = {
	callerId: "caller",
	serviceId: "service",
};
const DEFAULT_NAMES = { person: "person", ci: "configuration item" } as const;

async function judgeTicket(
	database: DeskDatabase,
	{ ticket, field, id }: Reference,
	{ viewer, blockedTickets }: Naming,
): Promise<Refusal | undefined> {
	const other = await findTicket(database, id);
	if (!other && blockedTickets?.has(id))
		return { code: "earlier_not_applied", message: "The ticket that this names was not made.", path: field };
	if (!other || (viewer && !isInScope(viewer, other))) return missing("ticket", field);
	if (!isRelation(field)) return undefined;
	const misfit = judgeRelation(ticket, field, other);
	if (misfit) return misfit;
	return (await leadsTo(database, other, field, ticket.id)) ? refuseCircle(other.number, field) : undefined;
}

/** Whether the way from one ticket by a field comes to another. */
async function leadsTo(
	database: DeskDatabase,
	from: Ticket,
	field: RelationField,
	ticketId: string,
): Promise<boolean> {
	const seen = new Set<string>();
	let at: Ticket | null = from;
	while (at && !seen.has(at.id)) {
		seen.add(at.id);
		const next: Ticket[RelationField] = at[field];
		if (next === ticketId) return true;
		at = typeof next === "string" ? await findTicket(database, next) : null;
	}
	return false;
}

function missing(label: string, path: string): Refusal {
	return { code: "no_such_reference", message: `There is no such ${label} at this desk.`, path };
}

async function isKnown(database: DeskDatabase, table: "person" | "ci", id: string): Promise<boolean> {
	const row = await database.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
	return row !== undefined;
}

async function isActive(database: DeskDatabase, table: "person" | "team", id: string): Promise<boolean> {
	const row = await database.selectFrom(table).select("is_active").where("id", "=", id).executeTakeFirst();
	return row?.is_active === 1;
}

/** What the steps set, all told. */
function changedFields(steps: readonly Step[]): TicketPatch {
	const entries = steps.flatMap(({ changes }) => Object.entries(changes));
	return Object.fromEntries(entries.map(([field, change]) => [field, change.to]));
}
