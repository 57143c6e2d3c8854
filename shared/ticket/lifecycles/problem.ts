import type { Lifecycle } from "../lifecycle.ts";

/** ServiceNow's problem states; every state but New needs an assignee. */
export const PROBLEM_LIFECYCLE: Lifecycle = {
	kind: "problem",
	initial: 101,
	states: [
		{
			value: 101,
			name: "New",
			phase: "open",
			moves: [{ to: 102 }, { to: 107 }],
			requires: [{ anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: 102,
			name: "Assess",
			phase: "open",
			moves: [{ to: 103 }, { to: 107 }],
			requires: [{ anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: 103,
			name: "Root Cause Analysis",
			phase: "open",
			moves: [{ to: 104 }, { to: 107 }],
			requires: [{ anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: 104,
			name: "Fix in Progress",
			phase: "open",
			moves: [{ to: 106 }, { to: 107 }],
			requires: [{ anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: 106,
			name: "Resolved",
			phase: "resolved",
			moves: [{ to: 107 }, { to: 103 }],
			requires: [{ anyOf: ["assigneeId"] }, { anyOf: ["closeCode"] }, { anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{
			value: 107,
			name: "Closed",
			phase: "closed",
			moves: [{ to: 103 }],
			requires: [{ anyOf: ["assigneeId"] }, { anyOf: ["closeCode"] }, { anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
	],
};
