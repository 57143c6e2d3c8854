import { LIMITS } from "../../../../shared/api/common.ts";
import { isOwn } from "../../../../shared/approval/judge-decision.ts";
import type { ApprovalRule } from "../../../../shared/approval/judge-stage.ts";
import { APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import { fieldValue, type Ticket } from "../../../../shared/ticket/ticket.ts";
import type { ReactionDesk } from "../reactions/reaction.ts";

/** Who is asked together, and how many of them must approve. */
export interface ApprovalStage {
	readonly name: string;
	readonly rule: ApprovalRule;
	readonly approverIds: readonly string[];
}

/**
 * Asks for approval of a ticket in stages: those of the first are requested, those of the others wait for the
 * one before. A stage of nobody is skipped. `version` is the one of the ticket that is asked about. False
 * where there is nobody to ask, so that nothing will be decided: the ticket goes on at once.
 */
export async function startApprovals(
	desk: ReactionDesk,
	rule: string,
	parent: Ticket,
	stages: readonly ApprovalStage[],
	version: number,
): Promise<boolean> {
	const asked = stages.flatMap((stage) => {
		const approverIds = approversOf(stage, parent);
		return approverIds.length === 0 ? [] : [{ ...stage, approverIds }];
	});
	const before = await desk.partsOf(parent.id, "approval");
	// Each stage of a ticket has a number of its own, also where approval is asked for anew.
	const last = Math.max(0, ...before.map((approval) => Number(fieldValue(approval, "$stage") ?? 0)));
	for (const [index, stage] of asked.entries()) {
		for (const assigneeId of stage.approverIds) {
			await desk.open(rule, {
				kind: "approval",
				set: {
					shortDescription: `Approve ${parent.number}: ${parent.shortDescription}`.slice(
						0,
						LIMITS.shortDescription,
					),
					state: index === 0 ? APPROVAL_STATE.requested : APPROVAL_STATE.notRequested,
					parentId: parent.id,
					assigneeId,
					callerId: parent.callerId ?? parent.openedById,
					impact: parent.impact,
					urgency: parent.urgency,
					$stage: last + index + 1,
					$stageName: stage.name,
					$rule: stage.rule,
					$version: version,
				},
			});
		}
	}
	return asked.length > 0;
}

/** Each once. Nobody approves their own, so they are asked only where nobody else is: their delegate decides. */
function approversOf({ approverIds }: ApprovalStage, parent: Ticket): readonly string[] {
	const all = [...new Set(approverIds)];
	const others = all.filter((personId) => !isOwn(parent, personId));
	return others.length > 0 ? others : all;
}
