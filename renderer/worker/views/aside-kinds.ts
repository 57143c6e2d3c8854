import { TICKET_KINDS, type TicketKind } from "../../../shared/ticket/kinds.ts";
import { kindIndex, ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";

/**
 * Kinds that lists and counts leave out unless they are asked for: what somebody is asked to approve is no work
 * of a queue, and the work on a requested item is done in its tasks. By the code of the kind column.
 */
export const IS_ASIDE: Uint8Array = Uint8Array.from(TICKET_KINDS, (kind) =>
	Number(kind === "approval" || kind === "item"),
);

/** The kinds that are listed where none is asked for; those that the desk has added are. */
export function usualKinds(): readonly TicketKind[] {
	return ticketKinds().filter((kind) => IS_ASIDE[kindIndex(kind)] !== 1);
}
