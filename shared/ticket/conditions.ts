import type { Condition } from "./lifecycle.ts";
import { fieldValue, type Ticket, type TicketPatch } from "./ticket.ts";

/** Whether all of it holds of a ticket, or of what a form has so far. */
export function holdsOf(ticket: Ticket | TicketPatch, conditions: readonly Condition[] = []): boolean {
	return conditions.every(({ field, isOneOf, not = false }) => {
		const value = fieldValue(ticket, field) ?? null;
		return isOneOf.includes(value) !== not;
	});
}

/** What choosing a move says by itself: the fields of which it leaves one value only. */
export function saidBy(given: readonly Condition[] = []): TicketPatch {
	return Object.fromEntries(
		given.flatMap(({ field, isOneOf, not }) => (isOneOf.length === 1 && !not ? [[field, isOneOf[0]]] : [])),
	);
}
