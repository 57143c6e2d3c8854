import type { Approver, OfferStage } from "../../../../shared/request/offer.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { fromPersonRow } from "../../store/rows.ts";
import type { DeskDatabase } from "../../store/store.ts";
import type { ApprovalStage } from "../approvals/start-approvals.ts";

/**
 * Who is asked in each stage, as things are now. Where nobody is found for a stage (a caller without a team, a
 * team without a lead), any one of the desk's admins is asked: nothing opens because somebody is missing.
 */
export async function findApprovers(
	database: DeskDatabase,
	stages: readonly OfferStage[],
	item: Ticket,
): Promise<readonly ApprovalStage[]> {
	if (stages.length === 0) return [];
	const rows = await database.selectFrom("person").selectAll().where("is_active", "=", 1).execute();
	const people = rows.map(fromPersonRow);
	const caller = people.find(({ id }) => id === item.callerId);
	const leadsOf = (teamIds: readonly string[]): readonly string[] =>
		people
			.filter(({ id, roles, teamIds: own }) => {
				return (
					id !== item.callerId && roles.includes("lead") && own.some((teamId) => teamIds.includes(teamId))
				);
			})
			.map(({ id }) => id);
	const idsOf = (approver: Approver): readonly string[] => {
		if (approver.kind === "callersLead") return leadsOf(caller?.teamIds ?? []);
		if (approver.kind === "teamLeads") return leadsOf([approver.teamId]);
		return people.some(({ id }) => id === approver.personId) ? [approver.personId] : [];
	};
	const admins = people.filter(({ roles }) => roles.includes("admin")).map(({ id }) => id);
	return stages.map(({ name, rule, approvers }) => {
		const approverIds = [...new Set(approvers.flatMap(idsOf))];
		return approverIds.length > 0
			? { name, rule, approverIds }
			: { name, rule: "any" as const, approverIds: admins };
	});
}
