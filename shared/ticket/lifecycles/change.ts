import type { Lifecycle } from "../lifecycle.ts";

/** The normal change; standard and emergency paths skip states of it. */
export const CHANGE_LIFECYCLE: Lifecycle = {
	kind: "change",
	initial: -5,
	states: [
		{
			value: -5,
			name: "New",
			phase: "open",
			moves: [{ to: -4 }, { to: 4 }],
			requires: [{ anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: -4,
			name: "Assess",
			phase: "open",
			moves: [{ to: -3 }, { to: -5 }, { to: 4 }],
			requires: [{ anyOf: ["teamId", "assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: -3,
			name: "Authorize",
			phase: "open",
			moves: [{ to: -2 }, { to: -5 }, { to: 4 }],
			requires: [{ anyOf: ["teamId", "assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: -2,
			name: "Scheduled",
			phase: "open",
			moves: [{ to: -1 }, { to: -5 }, { to: 4 }],
			requires: [{ anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: -1,
			name: "Implement",
			phase: "open",
			moves: [{ to: 0 }, { to: 4 }],
			requires: [{ anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: 0,
			name: "Review",
			phase: "open",
			moves: [{ to: 3 }],
			requires: [{ anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
		},
		{
			value: 3,
			name: "Closed",
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeCode"] }, { anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{ value: 4, name: "Canceled", phase: "canceled", moves: [], requires: [], clearsOnLeave: [] },
	],
};
