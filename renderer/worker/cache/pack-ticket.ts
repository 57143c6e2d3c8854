import { blankTicket } from "../../../shared/ticket/blank.ts";
import { isDeclared, type Ticket } from "../../../shared/ticket/ticket.ts";

/** In this order the values of a ticket lie on disk: another order or another field is another layout of the cache. */
const FIELDS = Object.keys(blankTicket("", "incident", "")).sort() as readonly (keyof Ticket)[];

/** A ticket as text without the names of its own fields, which are half of it; last what its kind declares. */
export function packTicket(ticket: Ticket): string {
	const declared = Object.entries(ticket).filter(([field]) => isDeclared(field));
	return JSON.stringify([...FIELDS.map((field) => ticket[field]), Object.fromEntries(declared)]);
}

/** Throws where the text is damaged. */
export function unpackTicket(text: string): Ticket {
	const values: unknown = JSON.parse(text);
	if (!Array.isArray(values) || values.length !== FIELDS.length + 1)
		throw new Error("a ticket on disk is damaged");
	const own = Object.fromEntries(FIELDS.map((field, index) => [field, values[index]]));
	return { ...own, ...values[FIELDS.length] } as unknown as Ticket;
}
