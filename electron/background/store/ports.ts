import type { Readable } from "node:stream";
import type { Actor } from "../../../shared/api/tickets.ts";
import type { Result } from "../../../shared/result.ts";
import type { EpochMs, Note, Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";

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

export interface PlacedTicket {
	readonly ticketId: string;
	readonly number: string;
}

/** What messages may do at the desk. `id` is the message’s: each of these is done at most once under it. */
export interface MailPort {
	/** By id, or by number in any form. */
	readonly findTicket: (key: string) => Promise<Ticket | null>;
	/** Keeps a file until it is attached; answers its id. */
	readonly keepFile: (personId: string, name: string, bytes: Buffer) => Promise<Result<string>>;
	/** Adds what somebody wrote, in their name, with all that follows from it. */
	readonly comment: (
		comment: MailAct & { readonly personId: string; readonly note: Note },
	) => Promise<Result<PlacedTicket>>;
	/** Opens an incident in somebody’s name. */
	readonly open: (
		opening: Omit<MailAct, "ticketId"> & { readonly personId: string; readonly set: TicketPatch },
	) => Promise<Result<PlacedTicket>>;
	/** Adds a work note in the name of the mail rule, without any effect. */
	readonly note: (note: MailAct & { readonly text: string }) => Promise<Result<PlacedTicket>>;
	/** The files of a history entry. */
	readonly filesOf: (historyId: string) => Promise<readonly ReadableFile[]>;
}

interface MailAct {
	readonly id: string;
	readonly ticketId: string;
	/** Complete files of who acts. */
	readonly fileIds: readonly string[];
	readonly at: EpochMs;
}

export interface ReadableFile {
	readonly name: string;
	readonly mediaType: string;
	readonly sizeBytes: number;
	readonly read: () => Readable;
}

/** The account that rules act as, and the caller of their incidents. */
export const MONITORING_PERSON_ID = "monitoring";

export const RULE_ACTOR = (ruleId: string): Actor => ({ kind: "rule", id: ruleId });

/** Who works at a desk that has no accounts: always there, may do everything. */
export const OWNER_PERSON_ID = "owner";
