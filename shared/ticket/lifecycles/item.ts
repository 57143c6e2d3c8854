import type { Lifecycle } from "../lifecycle.ts";
import type { TicketFieldName } from "../ticket.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";
import { closedByParts, REQUEST_STATE, REQUEST_STATES } from "./request.ts";

/** What was requested of what, and for whom: it stays as it was asked. */
const ASKED: readonly TicketFieldName[] = ["parentId", "callerId", "$offerId", "$offer"];

/** One thing of a request: it goes through a request's states, and the request has been called for. */
export const ITEM_LIFECYCLE: Lifecycle = {
	kind: "item",
	prefix: "RITM",
	label: "Requested item",
	plural: "Requested items",
	initial: REQUEST_STATE.pending,
	states: closedByParts(REQUEST_STATES, null).map((state) => ({
		...state,
		locks: ASKED,
		...(state.value === REQUEST_STATE.pending
			? {
					requires: [{ anyOf: ["shortDescription"] }, { anyOf: ["parentId"] }, { anyOf: ["$offerId"] }],
				}
			: {}),
	})),
	always: PRIORITY_REQUIREMENTS,
	fields: [
		...PRIORITY_FIELDS,
		{ name: "$offerId", label: "Offer", type: "offer" },
		{ name: "$offer", label: "Item", type: "text" },
		{ name: "$asked", label: "What was asked for", type: "answers" },
		{ name: "$quantity", label: "Quantity", type: "number" },
	],
	parentKinds: ["request"],
	hasTasks: true,
};
