import { holdsOf } from "./conditions.ts";
import { isFilled } from "./judge-values.ts";
import { findState, lifecycleOf, type Requirement } from "./lifecycle.ts";
import { fieldValue, type Note, type Ticket, type TicketFieldName } from "./ticket.ts";

/** All that a person is asked for who opens such a ticket, as far as it is filled. */
export function openingRequirements(ticket: Ticket): readonly Requirement[] {
	const lifecycle = lifecycleOf(ticket.kind);
	const first = findState(ticket.kind, lifecycle.initial);
	return [...(first?.requires ?? []), ...(lifecycle.always ?? [])].filter(({ when }) =>
		holdsOf(ticket, when),
	);
}

/** The fields and notes that are asked for and not there yet, each requirement by its own. */
export function openingGaps(ticket: Ticket, note: string): readonly Requirement[] {
	return openingRequirements(ticket).filter(({ anyOf, note: noteKind }) => {
		const isOpen = anyOf !== undefined && !anyOf.some((field) => isFilled(fieldValue(ticket, field)));
		return isOpen || (noteKind !== undefined && note.trim() === "");
	});
}

/** Whether a field is the only one that would do. */
export function isNeeded(requirements: readonly Requirement[], field: TicketFieldName): boolean {
	return requirements.some(({ anyOf }) => anyOf?.length === 1 && anyOf[0] === field);
}

/** The kind of note that is asked for, if any. */
export function noteAsked(requirements: readonly Requirement[]): Note["kind"] | undefined {
	return requirements.find(({ note }) => note !== undefined)?.note;
}
