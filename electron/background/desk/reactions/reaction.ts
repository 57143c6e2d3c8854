import type { Actor } from "../../../../shared/api/tickets.ts";
import type { TicketKind } from "../../../../shared/ticket/kinds.ts";
import type { EpochMs, Note, Ticket, TicketPatch } from "../../../../shared/ticket/ticket.ts";
import type { DeskTransaction } from "../../store/store.ts";

/** One change to one ticket, as it was recorded. */
export interface Happened {
	/** `null` where the ticket is new. */
	readonly before: Ticket | null;
	readonly after: Ticket;
	readonly note: Note | null;
	readonly actor: Actor;
	/** When it happened. */
	readonly at: EpochMs;
}

/** What a reaction may do: all of it in the transaction of what it reacts to, under the name of its rule. */
export interface ReactionDesk {
	readonly tx: DeskTransaction;
	readonly now: EpochMs;
	readonly find: (ticketId: string) => Promise<Ticket | null>;
	/** The pieces of a ticket, of one kind or of all, in the order in which they were opened. */
	readonly partsOf: (ticketId: string, kind?: TicketKind) => Promise<readonly Ticket[]>;
	/** The tickets that a problem causes. */
	readonly causedBy: (problemId: string) => Promise<readonly Ticket[]>;
	/** Opens a ticket; throws where the rules refuse it, which is a bug of the rule. */
	readonly open: (rule: string, opening: ReactionOpening) => Promise<Ticket>;
	/** Changes a ticket where its lifecycle lets it; `null` where it does not, or nothing would change. */
	readonly change: (rule: string, ticketId: string, set: TicketPatch, note?: Note) => Promise<Ticket | null>;
}

export interface ReactionOpening {
	readonly kind: TicketKind;
	readonly set: TicketPatch;
	readonly note?: Note;
	readonly openedById?: string | null;
}

/** What follows from a change to other tickets, or to the same one; asked after each, also after its own. */
export type Reaction = (happened: Happened, desk: ReactionDesk) => Promise<void>;

/** Whether this is the moment at which a ticket of the kind came into one of these states. */
export function entered(
	{ before, after }: Pick<Happened, "before" | "after">,
	kind: TicketKind,
	...states: readonly number[]
): boolean {
	return after.kind === kind && states.includes(after.state) && before?.state !== after.state;
}
