import type { FieldChanges } from "./apply.ts";
import type { TicketKind } from "./kinds.ts";
import { lifecycleOf } from "./lifecycle.ts";
import type { Ticket } from "./ticket.ts";

/** A ticket before its first history entry: nothing is known of it but what it is. */
export function blankTicket(id: string, kind: TicketKind, number: string): Ticket {
	return {
		id,
		kind,
		number,
		shortDescription: "",
		description: "",
		state: lifecycleOf(kind).initial,
		holdReason: null,
		followUpAt: null,
		impact: 3,
		urgency: 3,
		priority: 5,
		teamId: null,
		assigneeId: null,
		callerId: null,
		openedById: null,
		ciId: null,
		serviceId: null,
		category: null,
		subcategory: null,
		contactType: null,
		sourceState: null,
		closeCode: null,
		closeNotes: null,
		parentId: null,
		problemId: null,
		reopenCount: 0,
		openedAt: 0,
		updatedAt: 0,
		resolvedAt: null,
		closedAt: null,
		revision: 0,
		track: [],
	};
}

const UNRECORDED: ReadonlySet<string> = new Set(["id", "kind", "number", "updatedAt", "revision", "track"]);
const ALWAYS_RECORDED: ReadonlySet<string> = new Set(["state", "impact", "urgency", "priority", "openedAt"]);

/**
 * What the first history entry says: every field that is not empty, as coming from nothing. State,
 * impact, urgency and priority are always said, so that a history can be read without knowing defaults.
 */
export function creationChanges(ticket: Ticket): FieldChanges {
	const blank = blankTicket(ticket.id, ticket.kind, ticket.number);
	const fields = Object.keys(ticket) as (keyof Ticket)[];
	return Object.fromEntries(
		fields
			.filter((field) => !UNRECORDED.has(field))
			.filter((field) => ALWAYS_RECORDED.has(field) || ticket[field] !== blank[field])
			.map((field) => [field, { from: null, to: ticket[field] }]),
	) as FieldChanges;
}
