import type { Lifecycle } from "../lifecycle.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";

export const INCIDENT_STATE = {
	new: 1,
	inProgress: 2,
	onHold: 3,
	resolved: 6,
	closed: 7,
	canceled: 8,
} as const;

export const HOLD_REASON = {
	awaitingCaller: 1,
	awaitingProblem: 3,
	awaitingVendor: 4,
	awaitingChange: 5,
} as const;

export const HOLD_REASON_NAMES: Readonly<Record<number, string>> = {
	1: "Awaiting Caller",
	3: "Awaiting Problem",
	4: "Awaiting Vendor",
	5: "Awaiting Change",
};

/** Close codes an agent may choose; imported tickets may carry others. */
export const CLOSE_CODES = [
	"Solved (Work Around)",
	"Solved (Permanently)",
	"Solved Remotely (Work Around)",
	"Solved Remotely (Permanently)",
	"Not Solved (Not Reproducible)",
	"Not Solved (Too Costly)",
	"Closed/Resolved by Caller",
	"Known error",
	"Duplicate",
	"Cleared by monitoring",
] as const;

/** Where the offer to make an incident a major one stands. */
export const MAJOR_STATE = { proposed: 1, accepted: 2, rejected: 3, canceled: 4 } as const;

/** ServiceNow's incident: values, moves and mandatory fields as its documentation gives them. */
export const INCIDENT_LIFECYCLE: Lifecycle = {
	kind: "incident",
	prefix: "INC",
	label: "Incident",
	plural: "Incidents",
	initial: 1,
	states: [
		{
			value: 1,
			name: "New",
			phase: "open",
			moves: [{ to: 2 }, { to: 3 }, { to: 6 }, { to: 8 }],
			requires: [{ anyOf: ["callerId"] }, { anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: 2,
			name: "In Progress",
			phase: "open",
			moves: [{ to: 3 }, { to: 6 }, { to: 8 }],
			requires: [{ anyOf: ["assigneeId", "teamId"] }],
			clearsOnLeave: [],
		},
		{
			value: 3,
			name: "On Hold",
			phase: "hold",
			moves: [{ to: 2 }, { to: 6 }, { to: 8 }],
			requires: [
				{ anyOf: ["holdReason"] },
				{ anyOf: ["followUpAt"] },
				{ note: "comment", when: [{ field: "holdReason", isOneOf: [HOLD_REASON.awaitingCaller] }] },
			],
			clearsOnLeave: ["holdReason", "followUpAt"],
		},
		{
			value: 6,
			name: "Resolved",
			phase: "resolved",
			moves: [{ to: 2 }, { to: 7, by: "system" }],
			requires: [{ anyOf: ["closeCode"] }, { anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{ value: 7, name: "Closed", phase: "closed", moves: [], requires: [], clearsOnLeave: [] },
		{
			value: 8,
			name: "Canceled",
			phase: "canceled",
			moves: [],
			requires: [],
			clearsOnLeave: [],
		},
	],
	closeCodes: CLOSE_CODES.map((value) => ({ value, label: value })),
	holdReasons: Object.entries(HOLD_REASON_NAMES).map(([value, label]) => ({ value: Number(value), label })),
	always: PRIORITY_REQUIREMENTS,
	fields: [
		...PRIORITY_FIELDS,
		{ name: "$duplicateOf", label: "Duplicate of", type: "ticket" },
		{
			name: "$majorState",
			label: "Major incident",
			type: "choice",
			choices: [
				{ value: MAJOR_STATE.proposed, label: "Proposed" },
				{ value: MAJOR_STATE.accepted, label: "Accepted" },
				{ value: MAJOR_STATE.rejected, label: "Rejected" },
				{ value: MAJOR_STATE.canceled, label: "Canceled" },
			],
		},
		{ name: "$businessImpact", label: "Business impact", type: "longText" },
		{ name: "$nextUpdateAt", label: "Next update due", type: "moment" },
		{ name: "$communicationLeadId", label: "Communications", type: "person" },
		{ name: "$technicalLeadId", label: "Technical lead", type: "person" },
		{ name: "$remindersSent", label: "Reminders sent", type: "number", isByRule: true },
	],
};
