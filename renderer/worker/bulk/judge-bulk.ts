import { isDecision } from "../../../shared/approval/judge-decision.ts";
import { type Result, refuse } from "../../../shared/result.ts";
import { TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { readTags, writeTags } from "../../../shared/ticket/parts/tags.ts";
import { fieldValue, type Ticket, type TicketPatch } from "../../../shared/ticket/ticket.ts";
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
	edit: BulkEdit,
): Result<TicketPatch> {
	const { note, stateOf } = edit;
	const set = { ...edit.set, ...tagsFor(shown, edit) };
	if (stateOf !== undefined && shown.kind !== stateOf)
		return refuse("other_kind", `${shown.number} is a ${shown.kind}, which has other states.`, "state");
	if (shown.kind === "approval" && isDecision(set))
		return refuse("one_by_one", "Approvals are decided one by one.", "state");
	return judgeEditHere(model, generation, shown, { set, ...(note ? { note } : {}) });
}

/** What the tags of a ticket become; nothing where they stay as they are. */
function tagsFor(shown: Ticket, { tags }: BulkEdit): TicketPatch {
	if (!tags) return {};
	const before = readTags(fieldValue(shown, TAGS));
	const kept = before.filter((tag) => !tags.remove.includes(tag));
	const after = writeTags([...kept, ...tags.add]);
	return after === writeTags(before) ? {} : { [TAGS]: after };
}
