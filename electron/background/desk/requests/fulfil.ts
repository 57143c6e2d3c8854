import { REQUEST_STATE } from "../../../../shared/ticket/lifecycles/request.ts";
import { fieldValue, type Ticket } from "../../../../shared/ticket/ticket.ts";
import { startApprovals } from "../approvals/start-approvals.ts";
import { entered, type Reaction, type ReactionDesk } from "../reactions/reaction.ts";
import { findApprovers } from "./find-approvers.ts";
import { findOffer } from "./offers.ts";

const RULE = "request-items";

/** An item asks for its approvals; approved it opens, with its request, and its tasks are there to be done. */
export const fulfilItems: Reaction = async (happened, desk) => {
	const { before, after } = happened;
	if (after.kind !== "item") return;
	if (before === null) await begin(after, desk);
	if (entered(happened, "item", REQUEST_STATE.open)) await openTasks(after, desk);
};

async function begin(item: Ticket, desk: ReactionDesk): Promise<void> {
	if (item.parentId !== null) await desk.change(RULE, item.parentId, { $isByItems: 1 });
	const offer = await findOffer(desk.tx, String(fieldValue(item, "$offerId") ?? ""));
	const stages = await findApprovers(desk.tx, offer?.stages ?? [], item);
	const isAsked = await startApprovals(desk, RULE, item, stages, offer?.version ?? 1);
	if (!isAsked) await desk.change(RULE, item.id, { state: REQUEST_STATE.open });
}

async function openTasks(item: Ticket, desk: ReactionDesk): Promise<void> {
	if (item.parentId !== null) await desk.change(RULE, item.parentId, { state: REQUEST_STATE.open });
	const offer = await findOffer(desk.tx, String(fieldValue(item, "$offerId") ?? ""));
	// What is to be done is always a task: lists leave items out.
	const tasks = offer?.tasks.length
		? offer.tasks
		: [{ shortDescription: item.shortDescription, teamId: null }];
	for (const { shortDescription, teamId } of tasks) {
		await desk.open(RULE, {
			kind: "task",
			set: {
				shortDescription,
				teamId,
				state: REQUEST_STATE.open,
				parentId: item.id,
				callerId: item.callerId,
				impact: item.impact,
				urgency: item.urgency,
			},
		});
	}
}
