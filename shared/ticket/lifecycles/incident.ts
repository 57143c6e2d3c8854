import type { Condition, Lifecycle, Move } from "../lifecycle.ts";
import { MAJOR_FIELDS, MAJOR_STATE } from "./major-fields.ts";
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

const IS_MAJOR: Condition = { field: "$majorState", isOneOf: [MAJOR_STATE.accepted] };
const IS_NO_MAJOR: Condition = { ...IS_MAJOR, not: true };

/** No rule resolves a major incident. */
const RESOLVE: readonly Move[] = [
	{ to: 6, when: [IS_NO_MAJOR] },
	{ to: 6, by: "person", when: [IS_MAJOR] },
];
const CANCEL: Move = { to: 8, offers: ["$duplicateOf"] };

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
			moves: [{ to: 2 }, { to: 3 }, ...RESOLVE, CANCEL],
			requires: [{ anyOf: ["callerId"] }, { anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: 2,
			name: "In Progress",
			phase: "open",
			moves: [{ to: 3 }, ...RESOLVE, CANCEL],
			requires: [{ anyOf: ["assigneeId", "teamId"] }],
			clearsOnLeave: [],
		},
		{
			value: 3,
			name: "On Hold",
			phase: "hold",
			moves: [{ to: 2 }, ...RESOLVE, CANCEL],
			requires: [
				{ anyOf: ["holdReason"] },
				{ anyOf: ["followUpAt"] },
				{ note: "comment", when: [{ field: "holdReason", isOneOf: [HOLD_REASON.awaitingCaller] }] },
			],
			clearsOnLeave: ["holdReason", "followUpAt", "$remindersSent", "$remindedAt", "$callerSilent"],
		},
		{
			value: 6,
			name: "Resolved",
			phase: "resolved",
			moves: [
				{ to: 2 },
				{ to: 7, by: "system", when: [IS_NO_MAJOR] },
				{
					to: 7,
					by: "person",
					label: "Close after review",
					needs: "major.manage",
					when: [IS_MAJOR],
					requires: [{ anyOf: ["$reviewNotes"] }],
				},
			],
			requires: [{ anyOf: ["closeCode"] }, { anyOf: ["closeNotes"] }],
			clearsOnLeave: ["$resolvesChildren"],
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
	always: [...PRIORITY_REQUIREMENTS, { anyOf: ["$businessImpact"], when: [IS_MAJOR] }],
	fields: [
		...PRIORITY_FIELDS,
		{ name: "$duplicateOf", label: "Duplicate of", type: "ticket" },
		...MAJOR_FIELDS,
		{
			name: "$resolvesChildren",
			label: "Resolves its open children",
			type: "flag",
			isShownApart: true,
		},
		{ name: "$remindersSent", label: "Reminders sent", type: "number", isByRule: true },
		{ name: "$remindedAt", label: "Last reminded", type: "moment", isByRule: true },
		{ name: "$callerSilent", label: "Caller did not answer", type: "flag", isByRule: true },
	],
	parentKinds: ["incident"],
	hasTasks: true,
};
