import { describeParts, rollUp } from "../../../../shared/request/roll-up.ts";
import type { TicketKind } from "../../../../shared/ticket/kinds.ts";
import { isOpenState } from "../../../../shared/ticket/lifecycle.ts";
import { REQUEST_STATE } from "../../../../shared/ticket/lifecycles/request.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import type { Reaction, ReactionDesk } from "../reactions/reaction.ts";

const RULE = "request-roll-up";
/** What a part is of, and so what it is rolled up to. */
const PART_OF: Readonly<Partial<Record<TicketKind, TicketKind>>> = { task: "item", item: "request" };

/** What has parts ends as they do, once all have; what is closed before them takes them along. */
export const rollUpParts: Reaction = async ({ before, after }, desk) => {
	if (isOpen(after) || !before || !isOpen(before)) return;
	const kindOfParent = PART_OF[after.kind];
	const kindOfParts = after.kind === "request" ? "item" : after.kind === "item" ? "task" : null;
	if (kindOfParts) await closeParts(after, await desk.partsOf(after.id, kindOfParts), desk);
	if (!kindOfParent || after.parentId === null) return;
	const parent = await desk.find(after.parentId);
	if (parent?.kind !== kindOfParent || !isOpen(parent)) return;
	const states = (await desk.partsOf(parent.id, after.kind)).map(({ state }) => state);
	const state = rollUp(states);
	if (state === null) return;
	const what = parent.kind === "request" ? "items" : "tasks";
	await desk.change(RULE, parent.id, { state, closeNotes: `Its ${what}: ${describeParts(states)}.` });
};

/** A request or an item that is canceled or rejected takes along what is not closed yet. */
async function closeParts(parent: Ticket, parts: readonly Ticket[], desk: ReactionDesk): Promise<void> {
	for (const part of parts.filter(isOpen))
		await desk.change(RULE, part.id, {
			state: REQUEST_STATE.closedIncomplete,
			closeNotes: `Closed with ${parent.number}: ${parent.closeNotes ?? ""}`,
		});
}

function isOpen({ kind, state }: Ticket): boolean {
	return isOpenState(kind, state);
}
