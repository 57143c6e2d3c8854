import { findState, isOpenState } from "../../../shared/ticket/lifecycle.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";

/** Whether a change may be put on hold: where its state does not forbid it, and it is not on hold. */
export function canBeHeld({ kind, state, $isOnHold }: Ticket): boolean {
	const isLocked = findState(kind, state)?.locks?.includes("$isOnHold") ?? false;
	return kind === "change" && isOpenState(kind, state) && !isLocked && $isOnHold !== 1;
}
