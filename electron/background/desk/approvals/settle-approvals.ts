import { type ApprovalRule, judgeStage } from "../../../../shared/approval/judge-stage.ts";
import { findState } from "../../../../shared/ticket/lifecycle.ts";
import { APPROVAL_RULE, APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import { fieldValue, type Ticket } from "../../../../shared/ticket/ticket.ts";
import { entered, type Reaction, type ReactionDesk } from "../reactions/reaction.ts";
import { cancelApprovals } from "./cancel-approvals.ts";
import { APPROVAL_HANDLERS } from "./handlers.ts";

const RULE = "approvals";
const NO_REASON = "no reason was given.";

/** A decision may decide its stage; a ticket that is over has nothing to be approved any more. */
export const settleApprovals: Reaction = async (happened, desk) => {
	const { before, after } = happened;
	if (entered(happened, "approval", APPROVAL_STATE.approved, APPROVAL_STATE.rejected)) {
		await settleStage(after, desk);
	} else if (before && APPROVAL_HANDLERS[after.kind] && isOver(after) && !isOver(before)) {
		await cancelApprovals(desk, RULE, after);
	}
};

async function settleStage(decided: Ticket, desk: ReactionDesk): Promise<void> {
	const parent = decided.parentId === null ? null : await desk.find(decided.parentId);
	if (!parent) return;
	const approvals = await desk.partsOf(parent.id, "approval");
	const stage = approvals.filter((approval) => stageOf(approval) === stageOf(decided));
	const verdict = judgeStage(
		ruleOf(decided),
		stage.map(({ state }) => state),
	);
	if (verdict === "pending") return;
	await dismiss(desk, stage);
	const later = approvals.filter(({ state }) => state === APPROVAL_STATE.notRequested);
	const handler = APPROVAL_HANDLERS[parent.kind];
	if (verdict === "rejected") {
		await dismiss(desk, later);
		await handler?.onRejected(desk, parent, String(fieldValue(decided, "$reason") ?? NO_REASON));
	} else if (later.length > 0) {
		await request(desk, later);
	} else {
		await handler?.onApproved(desk, parent);
	}
}

/** Those who were not needed are told so. */
async function dismiss(desk: ReactionDesk, approvals: readonly Ticket[]): Promise<void> {
	for (const { id, state } of approvals)
		if (state === APPROVAL_STATE.requested || state === APPROVAL_STATE.notRequested)
			await desk.change(RULE, id, { state: APPROVAL_STATE.notRequired });
}

/** Asks those of the stage that is next. */
async function request(desk: ReactionDesk, later: readonly Ticket[]): Promise<void> {
	const next = Math.min(...later.map(stageOf));
	for (const approval of later)
		if (stageOf(approval) === next) await desk.change(RULE, approval.id, { state: APPROVAL_STATE.requested });
}

function stageOf(approval: Ticket): number {
	return Number(fieldValue(approval, "$stage") ?? 0);
}

function ruleOf(approval: Ticket): ApprovalRule {
	const rule = fieldValue(approval, "$rule");
	return Object.values(APPROVAL_RULE).find((known) => known === rule) ?? APPROVAL_RULE.all;
}

function isOver({ kind, state }: Ticket): boolean {
	const phase = findState(kind, state)?.phase;
	return phase === "closed" || phase === "canceled";
}
