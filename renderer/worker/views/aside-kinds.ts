import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { kindIndex, ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";

/**
 * Kinds that lists and counts leave out unless they are asked for: what somebody is asked to approve is no work
 * of a queue, and the work on a requested item is done in its tasks.
 */
const ASIDE: readonly TicketKind[] = ["approval", "item"];

/** The same by the numbers of the kind column. */
export const IS_ASIDE = new Uint8Array(256);
for (const kind of ASIDE) IS_ASIDE[kindIndex(kind)] = 1;

/** The kinds that are listed where none is asked for. */
export function usualKinds(): readonly TicketKind[] {
	return ticketKinds().filter((kind) => !ASIDE.includes(kind));
}
