import { APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import type { ReactionDesk } from "../reactions/reaction.ts";

/** Takes back what is asked about a ticket and what is still to be asked; what was decided stays on record. */
export async function cancelApprovals(desk: ReactionDesk, rule: string, parent: Ticket): Promise<void> {
	for (const { id, state } of await desk.partsOf(parent.id, "approval"))
		if (state === APPROVAL_STATE.requested || state === APPROVAL_STATE.notRequested)
			await desk.change(rule, id, { state: APPROVAL_STATE.canceled });
}
