import { type ApprovalRule, judgeStage } from "../../../shared/approval/judge-stage.ts";
import { parseAnswers } from "../../../shared/request/answers.ts";
import { APPROVAL_RULE, APPROVAL_STATE } from "../../../shared/ticket/lifecycles/approval.ts";
import { fieldValue, type Ticket } from "../../../shared/ticket/ticket.ts";
import { judgeDecisionHere, readShown } from "../approvals/judge-here.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import type { ApprovalRow, ApprovalsView, StageRow } from "./ticket-protocol.ts";

/** What was asked about a ticket, stage by stage; of an approval, about what it is asked about, and whether one may decide. */
export async function approvalsPayload(
	model: Model,
	ticketId: string,
): Promise<ApprovalsView | null | undefined> {
	const { generation } = model;
	if (!generation) return undefined;
	const ticket = await readShown(generation, ticketId);
	const isAsked = ticket?.kind === "approval";
	const parentId = isAsked ? ticket.parentId : ticketId;
	const approvals = await readApprovals(generation, parentId);
	if (approvals.length === 0) return null;
	const judged = isAsked ? await judgeDecisionHere(model, generation, ticket) : null;
	const parent = await readShown(generation, parentId);
	return {
		parent,
		stages: stagesOf(generation, approvals),
		refusal: judged && !judged.ok ? judged.error : null,
		names: parent ? namesIn(generation, parent) : {},
	};
}

async function readApprovals(
	generation: OpenGeneration,
	parentId: string | null,
): Promise<readonly Ticket[]> {
	if (parentId === null) return [];
	const { columns } = generation.cache;
	const found: Ticket[] = [];
	for (const slot of columns.naming(parentId, "parent")) {
		if (columns.kindOf(slot) !== "approval") continue;
		const ticket = await readShown(generation, columns.idOf(slot));
		if (ticket) found.push(ticket);
	}
	return found.sort((one, other) => one.number.localeCompare(other.number));
}

function stagesOf(generation: OpenGeneration, approvals: readonly Ticket[]): readonly StageRow[] {
	const byStage = Map.groupBy(approvals, (approval) => Number(fieldValue(approval, "$stage") ?? 0));
	return [...byStage]
		.sort(([one], [other]) => one - other)
		.flatMap(([stage, own]): StageRow[] => {
			const [first] = own;
			if (!first) return [];
			const rule = ruleOf(first);
			return [
				{
					stage,
					name: String(fieldValue(first, "$stageName") ?? ""),
					rule,
					version: Number(fieldValue(first, "$version") ?? 1),
					verdict: verdictOf(rule, own),
					approvals: own.map((approval) => rowOf(generation, approval)),
				},
			];
		});
}

/** What was taken back, or never came to be asked, is not approved by that. */
function verdictOf(rule: ApprovalRule, approvals: readonly Ticket[]): StageRow["verdict"] {
	const states = approvals.map(({ state }) => state);
	const isDropped =
		states.includes(APPROVAL_STATE.canceled) || states.every((state) => state === APPROVAL_STATE.notRequired);
	return isDropped ? "dropped" : judgeStage(rule, states);
}

function rowOf({ cache }: OpenGeneration, approval: Ticket): ApprovalRow {
	const { id, number, state, assigneeId, closedAt } = approval;
	const decidedById = fieldValue(approval, "$decidedById") ?? null;
	const reason = fieldValue(approval, "$reason") ?? null;
	const nameOf = (personId: unknown): string | null =>
		typeof personId === "string" ? (cache.things.nameOf(personId) ?? personId) : null;
	return {
		id,
		number,
		state,
		assigneeName: nameOf(assigneeId),
		decidedByName: decidedById === assigneeId ? null : nameOf(decidedById),
		decidedAt: closedAt,
		reason: reason === null ? null : String(reason),
	};
}

function ruleOf(approval: Ticket): ApprovalRule {
	const rule = fieldValue(approval, "$rule");
	return Object.values(APPROVAL_RULE).find((known) => known === rule) ?? APPROVAL_RULE.all;
}

/** Of all ids among a ticket's values those that name something. */
function namesIn({ cache }: OpenGeneration, ticket: Ticket): Readonly<Record<string, string>> {
	const names: Record<string, string> = {};
	const answers = parseAnswers(fieldValue(ticket, "$asked")) ?? [];
	for (const value of [...Object.values(ticket), ...answers.map((answer) => answer.value)]) {
		const name = typeof value === "string" ? cache.things.nameOf(value) : undefined;
		if (typeof value === "string" && name !== undefined) names[value] = name;
	}
	return names;
}
