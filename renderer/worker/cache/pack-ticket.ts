import { blankTicket } from "../../../shared/ticket/blank.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";

/** In this order the values of a ticket lie on disk: another order or another field is another layout of the cache. */
const FIELDS = Object.keys(blankTicket("", "incident", "")).sort() as readonly (keyof Ticket)[];

/** A ticket as text without the names of its fields, which are half of it. */
export function packTicket(ticket: Ticket): string {
	return JSON.stringify(FIELDS.map((field) => ticket[field]));
}

/** Throws where the text is damaged. */
export function unpackTicket(text: string): Ticket {
	const values: unknown = JSON.parse(text);
	if (!Array.isArray(values) || values.length !== FIELDS.length)
		throw new Error("a ticket on disk is damaged");
	return Object.fromEntries(FIELDS.map((field, index) => [field, values[index]])) as unknown as Ticket;
}
