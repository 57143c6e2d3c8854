import type { Lifecycle } from "../lifecycle.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";
import { REQUEST_STATE, REQUEST_STATES } from "./request.ts";

/** One thing of a request: it goes through a request's states, and the request has been called for. */
export const ITEM_LIFECYCLE: Lifecycle = {
	kind: "item",
	prefix: "RITM",
	label: "Requested item",
	plural: "Requested items",
	initial: REQUEST_STATE.pending,
	states: REQUEST_STATES.map((state) =>
		state.value === REQUEST_STATE.pending
			? { ...state, requires: [{ anyOf: ["shortDescription"] }, { anyOf: ["parentId"] }] }
			: state,
	),
	always: PRIORITY_REQUIREMENTS,
	fields: [
		...PRIORITY_FIELDS,
		{ name: "$offer", label: "Item", type: "text", isByRule: true },
		{ name: "$quantity", label: "Quantity", type: "number" },
	],
};
