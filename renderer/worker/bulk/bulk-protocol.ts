/** What pages and the data worker say to each other about many tickets at once. */
import type { FieldChanges } from "../../../shared/ticket/apply.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { Note, TicketPatch } from "../../../shared/ticket/ticket.ts";

/** So many tickets can be changed at once: more is no longer looked at by anybody. */
export const BULK_LIMIT = 5_000;

/** One edit for many tickets. */
export interface BulkEdit {
	readonly set: TicketPatch;
	readonly note?: Note;
	/** Whose state `set.state` is: the same number means something else to other kinds. */
	readonly stateOf?: TicketKind;
	/** Each ticket gets the first and loses the others; its own further ones stay. */
	readonly tags?: { readonly add: readonly string[]; readonly remove: readonly string[] };
}

/** Whether an edit says nothing of any ticket. */
export function isBlankEdit({ set, note, tags }: BulkEdit): boolean {
	return Object.keys(set).length === 0 && !note && !tags;
}

/** What an edit would make of one ticket. */
export type BulkLine = {
	readonly ticketId: string;
	readonly number: string;
	readonly kind: TicketKind;
	readonly shortDescription: string;
} & (
	| {
			readonly outcome: "changes";
			readonly changes: FieldChanges;
			/** Its lifecycle has no way back: taking the edit back leaves its state. */
			readonly isOneWay: boolean;
			/** What was approved of it is void then. */
			readonly isVoiding: boolean;
	  }
	| { readonly outcome: "same" }
	/** `reason` speaks of the ticket without its number, so that the same reasons are the same words. */
	| { readonly outcome: "refused"; readonly reason: string }
);

export interface BulkPreview {
	/** In the order in which they were asked for. */
	readonly lines: readonly BulkLine[];
	readonly kinds: readonly TicketKind[];
	/** Of all people, teams, CIs and tickets that the changes name. */
	readonly names: Readonly<Record<string, string>>;
	/** Milliseconds the worker took, for measuring. */
	readonly tookMs: number;
}

export interface BulkApplied {
	readonly batchId: string;
	/** Tickets whose edit is saved. */
	readonly changed: number;
	readonly same: number;
	readonly refused: number;
}

export interface BatchUndone {
	/** Of the edits that take back; can be taken back itself. `null` where there was nothing to give back. */
	readonly batchId: string | null;
	/** Tickets that are as they were before. */
	readonly undone: number;
	/** Tickets of which the state stays, as their lifecycle has no way back; all else is as before. */
	readonly partly: number;
	/** Tickets of which something stays, as others have changed it since. */
	readonly left: number;
	/** Tickets that stay as they are: by reason. */
	readonly refused: Readonly<Record<string, number>>;
}

export interface BatchStanding {
	/** Edits that the desk has not answered yet. */
	readonly waiting: number;
	readonly needsYou: number;
}
