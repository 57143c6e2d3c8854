import type { Lifecycle } from "../lifecycle.ts";

export const REQUEST_LIFECYCLE: Lifecycle = {
	kind: "request",
	initial: -5,
	states: [
		{
			value: -5,
			name: "Pending",
			phase: "open",
			moves: [{ to: 1 }, { to: 4 }],
			requires: [{ anyOf: ["callerId"] }, { anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: 1,
			name: "Open",
			phase: "open",
			moves: [{ to: 2 }, { to: 3 }, { to: 4 }, { to: 7 }],
			requires: [],
			clearsOnLeave: [],
		},
		{
			value: 2,
			name: "Work in Progress",
			phase: "open",
			moves: [{ to: 3 }, { to: 4 }, { to: 7 }],
			requires: [{ anyOf: ["assigneeId", "teamId"] }],
			clearsOnLeave: [],
		},
		{
			value: 3,
			name: "Closed Complete",
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{
			value: 4,
			name: "Closed Incomplete",
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{
			value: 7,
			name: "Closed Skipped",
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
	],
};
