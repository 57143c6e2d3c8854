import { can } from "../../shared/permission/permission.ts";
import { findState } from "../../shared/ticket/lifecycle.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { useMyself } from "./use-myself.ts";

export interface TicketRights {
	/** Comments and work notes. */
	readonly canWrite: boolean;
	/** Where it may go, and what may be done around it. */
	readonly canMove: boolean;
	/** What it says: of one that is over nothing is edited any more. */
	readonly canEdit: boolean;
}

/** What the signed-in person may do with a ticket: what the rules would refuse is not offered. */
export function useTicketRights({ kind, state }: Pick<Ticket, "kind" | "state">): TicketRights {
	const { roles } = useMyself();
	const canWrite = can(roles, "ticket.edit");
	// What is asked stays as it was asked: it is decided, or talked about.
	const canMove = canWrite && kind !== "approval";
	const phase = findState(kind, state)?.phase;
	return { canWrite, canMove, canEdit: canMove && phase !== "closed" && phase !== "canceled" };
}
