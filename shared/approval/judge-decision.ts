import { ok, type Result, refuse } from "../result.ts";
import { stateName } from "../ticket/lifecycle.ts";
import { APPROVAL_STATE } from "../ticket/lifecycles/approval.ts";
import { type EpochMs, fieldValue, type Ticket, type TicketPatch } from "../ticket/ticket.ts";
import { type Delegation, isDelegate } from "./delegation.ts";

/** A decision and all that says whether it may be made. */
export interface Decision {
	readonly approval: Ticket;
	/** What is to be approved; `null` where it is not known here. */
	readonly parent: Ticket | null;
	/** Who decides. */
	readonly personId: string;
	/** Of the person who is asked. */
	readonly delegation: Delegation | null;
	/** When it is decided. */
	readonly at: EpochMs;
}

/** Whether these fields approve or reject, with what belongs to that and nothing else. */
export function isOnlyDecision(set: TicketPatch): boolean {
	return isDecision(set) && Object.keys(set).every((field) => field === "state" || field === "$reason");
}

export function isDecision({ state }: TicketPatch): boolean {
	return state === APPROVAL_STATE.approved || state === APPROVAL_STATE.rejected;
}

/**
 * Whether somebody may decide an approval now: the same answer on the desk and in the page. Codes:
 * `approval_over`, `asked_unknown`, `asked_version_changed`, `not_asked`, `own_ticket`.
 */
export function judgeDecision({ approval, parent, personId, delegation, at }: Decision): Result<null> {
	const { number, state, assigneeId } = approval;
	if (state === APPROVAL_STATE.notRequested)
		return refuse("approval_over", `${number} is not asked yet: an earlier stage is not decided.`, "state");
	if (state !== APPROVAL_STATE.requested) {
		const name = stateName("approval", state);
		return refuse(
			"approval_over",
			`${number} is ${name} by now: there is nothing to decide any more.`,
			"state",
		);
	}
	if (assigneeId !== personId && !isDelegate(delegation, personId, at))
		return refuse("not_asked", `${number} is asked of somebody else, and you do not stand in for them.`);
	if (!parent)
		return refuse(
			"asked_unknown",
			`What ${number} is about is not known on this device, so it can only be decided once the desk is reached.`,
		);
	if (isOwn(parent, personId))
		return refuse("own_ticket", `${parent.number} is your own: somebody else must approve it.`);
	const [asked, present] = [fieldValue(approval, "$version"), fieldValue(parent, "$version") ?? null];
	if (present !== null && asked !== present)
		return refuse(
			"asked_version_changed",
			`${parent.number} was edited since ${number} was asked: it was about version ${asked}, and this is ${present}.`,
		);
	return ok(null);
}

/** Nobody approves what they opened, called for or carry out. */
export function isOwn({ openedById, callerId, assigneeId }: Ticket, personId: string): boolean {
	return [openedById, callerId, assigneeId].includes(personId);
}
