import { TICKET_KINDS } from "../../../shared/ticket/kinds.ts";

/**
 * Kinds that lists and counts leave out unless they are asked for: what somebody is asked to approve is no work
 * of a queue, and the work on a requested item is done in its tasks. By the code of the kind column.
 */
export const IS_ASIDE: Uint8Array = Uint8Array.from(TICKET_KINDS, (kind) =>
	Number(kind === "approval" || kind === "item"),
);

/** The kinds that are listed where none is asked for. */
export const USUAL_KINDS = TICKET_KINDS.filter((_, code) => IS_ASIDE[code] === 0);
