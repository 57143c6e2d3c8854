import { isOwn } from "../approval/judge-decision.ts";
import type { ApprovalRule } from "../approval/judge-stage.ts";
import { APPROVAL_RULE } from "../ticket/lifecycles/approval.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { ChangeSettings } from "./settings.ts";

export const APPROVAL_RULES: readonly ApprovalRule[] = [
	APPROVAL_RULE.any,
	APPROVAL_RULE.majority,
	APPROVAL_RULE.all,
];

/** As much of a person as decides whether they may be asked. */
export interface Approver {
	readonly id: string;
	readonly isActive: boolean;
	readonly roles: readonly string[];
	readonly teamIds: readonly string[];
}

export type GroupName = "peers" | "cab" | "emergencyCab";

/** Who is asked, in the order of `people`: never who makes the change, opened it or called for it. */
export function approversOf(
	group: GroupName,
	settings: ChangeSettings,
	change: Ticket,
	people: readonly Approver[],
): readonly string[] {
	const asked = people.filter(({ id, isActive }) => isActive && !isOwn(change, id));
	return membersOf(group, settings, change, asked).map(({ id }) => id);
}

function membersOf(
	group: GroupName,
	settings: ChangeSettings,
	{ teamId }: Ticket,
	people: readonly Approver[],
): readonly Approver[] {
	if (group === "peers") return people.filter(({ teamIds }) => teamId !== null && teamIds.includes(teamId));
	const named = settings[group].personIds;
	if (named.length > 0) return people.filter(({ id }) => named.includes(id));
	const boards = people.filter(({ roles }) => roles.includes("approver") || roles.includes("change_manager"));
	return boards.length > 0 ? boards : people.filter(({ roles }) => roles.includes("lead"));
}
