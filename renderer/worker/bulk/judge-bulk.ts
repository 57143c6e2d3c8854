import { isDecision } from "../../../shared/approval/judge-decision.ts";
import { type Result, refuse } from "../../../shared/result.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { judgeEditHere } from "../calls/edit-calls.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import type { BulkEdit } from "./bulk-protocol.ts";

/**
 * Judges one edit of many for one ticket by the rules that judge it alone; answers what of it would change
 * anything. Code `nothing_changed` where that is nothing.
 */
export function judgeBulk(
	model: Model,
	generation: OpenGeneration,
	shown: Ticket,
	{ set, note, stateOf }: BulkEdit,
): Result<TicketPatch> {
	if (stateOf !== undefined && shown.kind !== stateOf)
		return refuse("other_kind", `${shown.number} is a ${shown.kind}, which has other states.`, "state");
	if (shown.kind === "approval" && isDecision(set))
		return refuse("one_by_one", "Approvals are decided one by one.", "state");
	return judgeEditHere(model, generation, shown, { set, ...(note ? { note } : {}) });
}
