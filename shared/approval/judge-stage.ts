import { APPROVAL_RULE, APPROVAL_STATE } from "../ticket/lifecycles/approval.ts";

/** How many of a stage must approve. */
export type ApprovalRule = (typeof APPROVAL_RULE)[keyof typeof APPROVAL_RULE];
export type StageVerdict = "approved" | "rejected" | "pending";

/**
 * What a stage comes to, from the states of its approvals. ServiceNow's habits: where all must approve, one
 * rejection is enough to reject; where any one does, the first approval is enough, and a rejection waits for
 * what the others say; a majority is more than half of those asked, and is lost once it can't be reached.
 * What was canceled or is no longer required counts as not asked. Of nobody asked nothing is wanted.
 */
export function judgeStage(rule: ApprovalRule, states: readonly number[]): StageVerdict {
	const count = (wanted: number): number => states.filter((state) => state === wanted).length;
	const [approved, rejected] = [count(APPROVAL_STATE.approved), count(APPROVAL_STATE.rejected)];
	const open = count(APPROVAL_STATE.requested) + count(APPROVAL_STATE.notRequested);
	const asked = approved + rejected + open;
	if (asked === 0) return "approved";
	const needed = neededOf(rule, asked);
	if (approved >= needed) return "approved";
	return approved + open < needed ? "rejected" : "pending";
}

/** How many of those asked must approve. */
function neededOf(rule: ApprovalRule, asked: number): number {
	switch (rule) {
		case APPROVAL_RULE.all:
			return asked;
		case APPROVAL_RULE.any:
			return 1;
		case APPROVAL_RULE.majority:
			return Math.floor(asked / 2) + 1;
	}
}
