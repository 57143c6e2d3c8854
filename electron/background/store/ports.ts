import type { Actor } from "../../../shared/api/tickets.ts";
import type { Result } from "../../../shared/result.ts";
import type { Note, Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";

/** What rules may do at the desk: the same door as people, judged by the same lifecycle. */
export interface DeskPort {
	/** Opens an incident as the Monitoring account; answers it with its number. */
	readonly openIncident: (incident: {
		readonly set: TicketPatch;
		readonly note: Note | null;
		readonly ruleId: string;
		readonly alertId: string;
	}) => Promise<Result<Ticket>>;
	/** Sets fields and adds a note to what is there now. */
	readonly changeTicket: (change: {
		readonly ticketId: string;
		readonly set: TicketPatch;
		readonly note: Note | null;
		readonly ruleId: string;
		readonly alertId: string | null;
	}) => Promise<Result<Ticket>>;
	readonly findTicket: (ticketId: string) => Promise<Ticket | null>;
	/** Whether any person assigned, moved, edited or noted it. */
	readonly isTouched: (ticketId: string) => Promise<boolean>;
}

/** The account that rules act as, and the caller of their incidents. */
export const MONITORING_PERSON_ID = "monitoring";

export const RULE_ACTOR = (ruleId: string): Actor => ({ kind: "rule", id: ruleId });

/** Who works at a desk that has no accounts: always there, may do everything. */
export const OWNER_PERSON_ID = "owner";
