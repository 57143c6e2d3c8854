import type { ChangeIntent } from "../../../../shared/api/intents.ts";
import { isDecision, isOnlyDecision, judgeDecision } from "../../../../shared/approval/judge-decision.ts";
import { can } from "../../../../shared/permission/permission.ts";
import type { Refusal } from "../../../../shared/result.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { findPerson } from "../../store/people.ts";
import { findTicket } from "../find-ticket.ts";
import { happenedAt } from "../judge-intent.ts";
import type { Bench } from "../take-intent.ts";

const FORBIDDEN: Refusal = {
	code: "forbidden",
	message: "Your role may read tickets and decide what you are asked to approve, but change nothing else.",
};

/** Why these edits may not be made by who sends them, whatever the lifecycle says; `undefined` where they may. */
export async function findDecisionRefusal(
	ticket: Ticket,
	intent: Pick<ChangeIntent, "set" | "occurredAt" | "syncedAt">,
	{ write, personId, roles, now }: Bench,
): Promise<Refusal | undefined> {
	const { set } = intent;
	const isEditor = roles === undefined || can(roles, "ticket.edit");
	if (ticket.kind !== "approval") return isEditor ? undefined : FORBIDDEN;
	if (!isEditor && !isOnlyDecision(set)) return FORBIDDEN;
	if (!isDecision(set)) return undefined;
	const parent = ticket.parentId === null ? undefined : await findTicket(write.tx, ticket.parentId);
	const asked = ticket.assigneeId === null ? null : await findPerson(write.tx, ticket.assigneeId);
	const judged = judgeDecision({
		approval: ticket,
		parent: parent ?? null,
		personId,
		delegation: asked?.delegation ?? null,
		at: happenedAt(intent, now),
	});
	return judged.ok ? undefined : judged.error;
}

/** Whether these roles open tickets; those that only decide do not. */
export function findOpeningRefusal({ roles }: Bench): Refusal | undefined {
	return roles === undefined || can(roles, "ticket.edit") ? undefined : FORBIDDEN;
}
