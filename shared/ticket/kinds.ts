import { prefixOf } from "./known-lifecycles.ts";

/** The kinds that every desk has; a desk may add its own: see `ticketKinds`. */
export const TICKET_KINDS = [
	"incident",
	"request",
	"problem",
	"change",
	"task",
	/** One thing of a request. */
	"item",
	/** What one person is asked to allow. */
	"approval",
] as const;
export type BuiltInKind = (typeof TICKET_KINDS)[number];

/** What a kind is called in data: one of those above, or one that the desk has added. */
export type TicketKind = BuiltInKind | (string & Record<never, never>);

/** `INC0000045` from kind and counter: seven digits, more when they are needed. */
export function formatTicketNumber(kind: TicketKind, counter: number): string {
	return `${prefixOf(kind)}${String(counter).padStart(7, "0")}`;
}
