import { approversOf, type GroupName } from "../../../../shared/change/approval-groups.ts";
import { CHANGE_STATE, CHANGE_TYPE } from "../../../../shared/ticket/lifecycles/change.ts";
import { fieldValue, type Ticket } from "../../../../shared/ticket/ticket.ts";
import { fromPersonRow } from "../../store/rows.ts";
import type { ApprovalHandler } from "../approvals/handlers.ts";
import { startApprovals } from "../approvals/start-approvals.ts";
import type { ReactionDesk } from "../reactions/reaction.ts";
import { readChangeSettings } from "./change-settings.ts";

/** Under which name all this is done. */
export const RULE = "change";
const GROUP_NAMES: Readonly<Record<GroupName, string>> = {
	peers: "Peer review",
	cab: "CAB",
	emergencyCab: "Emergency CAB",
};

/** Asks those who must allow what comes next: peers in Assess, then the board of the change's type. */
export async function askForApproval(desk: ReactionDesk, change: Ticket): Promise<void> {
	const settings = await readChangeSettings(desk.tx);
	const people = await desk.tx.selectFrom("person").selectAll().orderBy("id").execute();
	const group = groupOf(change);
	const approverIds = approversOf(group, settings, change, people.map(fromPersonRow));
	if (approverIds.length === 0) {
		const text = `There is nobody to ask: ${GROUP_NAMES[group]} has no members but who makes this change. Name some, revert it to New and request approval again.`;
		await desk.change(RULE, change.id, {}, { kind: "workNote", text });
		return;
	}
	const stage = { name: GROUP_NAMES[group], rule: settings[group].rule, approverIds };
	await startApprovals(desk, RULE, change, [stage], versionOf(change));
}

/** What is planned has versions; approvals name the one that they are about. */
export function versionOf(change: Ticket): number {
	return Number(fieldValue(change, "$version") ?? 1);
}

function groupOf({ state, $type }: Ticket): GroupName {
	if (state === CHANGE_STATE.assess) return "peers";
	return $type === CHANGE_TYPE.emergency ? "emergencyCab" : "cab";
}

/** Where a change goes once its approvals are decided. */
export const CHANGE_APPROVALS: ApprovalHandler = {
	onApproved: async (desk, { id, state }) => {
		if (state === CHANGE_STATE.assess) await desk.change(RULE, id, { state: CHANGE_STATE.authorize });
		else if (state === CHANGE_STATE.authorize) await desk.change(RULE, id, { state: CHANGE_STATE.scheduled });
		// It has been carried out by then: it may be closed from now on.
		else await desk.change(RULE, id, { $isAuthorizedAfterwards: 1 });
	},
	onRejected: async (desk, { id }, reason) => {
		await desk.change(
			RULE,
			id,
			{ state: CHANGE_STATE.new, $isOnHold: null, $holdText: null },
			{ kind: "workNote", text: `Rejected: ${reason}` },
		);
	},
};
