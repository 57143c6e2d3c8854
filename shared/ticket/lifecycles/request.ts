import type { Lifecycle, StateDefinition } from "../lifecycle.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";

export const REQUEST_STATE = {
	pending: -5,
	open: 1,
	workInProgress: 2,
	closedComplete: 3,
	closedIncomplete: 4,
	closedSkipped: 7,
} as const;

/** The states that a request, its items and their tasks go through. */
export const REQUEST_STATES: readonly StateDefinition[] = [
	{
		value: REQUEST_STATE.pending,
		name: "Pending",
		phase: "open",
		moves: [
			{ to: REQUEST_STATE.open, label: "Open" },
			{ to: REQUEST_STATE.closedIncomplete, label: "Cancel" },
		],
		requires: [{ anyOf: ["callerId"] }, { anyOf: ["shortDescription"] }],
		clearsOnLeave: [],
	},
	{
		value: REQUEST_STATE.open,
		name: "Open",
		phase: "open",
		moves: [
			{ to: REQUEST_STATE.workInProgress, label: "Start work" },
			{ to: REQUEST_STATE.closedComplete },
			{ to: REQUEST_STATE.closedIncomplete },
			{ to: REQUEST_STATE.closedSkipped },
		],
		requires: [],
		clearsOnLeave: [],
	},
	{
		value: REQUEST_STATE.workInProgress,
		name: "Work in Progress",
		phase: "open",
		moves: [
			{ to: REQUEST_STATE.closedComplete },
			{ to: REQUEST_STATE.closedIncomplete },
			{ to: REQUEST_STATE.closedSkipped },
		],
		requires: [{ anyOf: ["assigneeId", "teamId"] }],
		clearsOnLeave: [],
	},
	...[
		[REQUEST_STATE.closedComplete, "Closed Complete"] as const,
		[REQUEST_STATE.closedIncomplete, "Closed Incomplete"] as const,
		[REQUEST_STATE.closedSkipped, "Closed Skipped"] as const,
	].map(
		([value, name]): StateDefinition => ({
			value,
			name,
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		}),
	),
];

export const REQUEST_LIFECYCLE: Lifecycle = {
	kind: "request",
	prefix: "REQ",
	label: "Request",
	plural: "Requests",
	initial: REQUEST_STATE.pending,
	states: REQUEST_STATES,
	always: PRIORITY_REQUIREMENTS,
	fields: PRIORITY_FIELDS,
};
