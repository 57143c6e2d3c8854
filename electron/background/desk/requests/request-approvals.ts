import { REQUEST_STATE } from "../../../../shared/ticket/lifecycles/request.ts";
import type { ApprovalHandler } from "../approvals/handlers.ts";

const RULE = "request-approved";

/** A request or an item is Pending until it is approved; a rejection closes it Incomplete with the reason. */
export const REQUEST_APPROVALS: ApprovalHandler = {
	onApproved: async (desk, { id }) => {
		await desk.change(RULE, id, { state: REQUEST_STATE.open });
	},
	onRejected: async (desk, { id }, reason) => {
		await desk.change(RULE, id, {
			state: REQUEST_STATE.closedIncomplete,
			closeNotes: `Not approved: ${reason}`,
		});
	},
};
