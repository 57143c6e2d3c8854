import type { Lifecycle, Move, Requirement } from "../lifecycle.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";

export const PROBLEM_STATE = {
	new: 101,
	assess: 102,
	rootCauseAnalysis: 103,
	fixInProgress: 104,
	resolved: 106,
	closed: 107,
} as const;

/** How a problem ended. */
export const PROBLEM_CODE = {
	fixApplied: "fix_applied",
	riskAccepted: "risk_accepted",
	duplicate: "duplicate",
	canceled: "canceled",
} as const;

const ASSIGNED: Requirement = { anyOf: ["assigneeId"] };
const endsAs = (label: string, code: string): Move => ({
	to: PROBLEM_STATE.closed,
	label,
	given: [{ field: "closeCode", isOneOf: [code] }],
});
const DUPLICATE = endsAs("Duplicate", PROBLEM_CODE.duplicate);
const CANCEL = endsAs("Cancel", PROBLEM_CODE.canceled);
const ACCEPT_RISK = endsAs("Accept risk", PROBLEM_CODE.riskAccepted);
const ended = (code: string, ...fields: readonly (keyof typeof NEEDED)[]): readonly Requirement[] =>
	fields.map((field) => ({
		anyOf: [NEEDED[field]],
		when: [{ field: "closeCode", isOneOf: [code] }],
	}));
const NEEDED = {
	cause: "$causeNotes",
	fix: "$fixNotes",
	other: "$duplicateOf",
	notes: "closeNotes",
} as const;

/** ServiceNow's problem states; every state but New needs an assignee, and how it ends says what is asked for. */
export const PROBLEM_LIFECYCLE: Lifecycle = {
	kind: "problem",
	prefix: "PRB",
	label: "Problem",
	plural: "Problems",
	initial: PROBLEM_STATE.new,
	states: [
		{
			value: PROBLEM_STATE.new,
			name: "New",
			phase: "open",
			moves: [{ to: PROBLEM_STATE.assess, label: "Assess" }, DUPLICATE, CANCEL],
			requires: [{ anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: PROBLEM_STATE.assess,
			name: "Assess",
			phase: "open",
			moves: [{ to: PROBLEM_STATE.rootCauseAnalysis, label: "Confirm" }, DUPLICATE, CANCEL],
			requires: [ASSIGNED],
			clearsOnLeave: [],
		},
		{
			value: PROBLEM_STATE.rootCauseAnalysis,
			name: "Root Cause Analysis",
			phase: "open",
			moves: [{ to: PROBLEM_STATE.fixInProgress, label: "Fix" }, ACCEPT_RISK, DUPLICATE, CANCEL],
			requires: [ASSIGNED],
			clearsOnLeave: [],
		},
		{
			value: PROBLEM_STATE.fixInProgress,
			name: "Fix in Progress",
			phase: "open",
			moves: [
				{
					to: PROBLEM_STATE.resolved,
					label: "Resolve",
					given: [{ field: "closeCode", isOneOf: [PROBLEM_CODE.fixApplied] }],
				},
				ACCEPT_RISK,
			],
			requires: [ASSIGNED, { anyOf: ["$causeNotes"] }, { anyOf: ["$fixNotes"] }],
			clearsOnLeave: [],
		},
		{
			value: PROBLEM_STATE.resolved,
			name: "Resolved",
			phase: "resolved",
			moves: [
				endsAs("Complete", PROBLEM_CODE.fixApplied),
				{ to: PROBLEM_STATE.rootCauseAnalysis, label: "Re-analyze" },
			],
			requires: [ASSIGNED, { anyOf: ["closeCode"] }, ...ended(PROBLEM_CODE.fixApplied, "cause", "fix")],
			clearsOnLeave: [],
		},
		{
			value: PROBLEM_STATE.closed,
			name: "Closed",
			phase: "closed",
			moves: [
				{
					to: PROBLEM_STATE.rootCauseAnalysis,
					label: "Re-analyze",
					when: [{ field: "closeCode", isOneOf: [PROBLEM_CODE.duplicate], not: true }],
				},
			],
			requires: [
				ASSIGNED,
				{ anyOf: ["closeCode"] },
				...ended(PROBLEM_CODE.fixApplied, "cause", "fix"),
				...ended(PROBLEM_CODE.riskAccepted, "cause", "notes"),
				...ended(PROBLEM_CODE.duplicate, "other"),
				...ended(PROBLEM_CODE.canceled, "notes"),
			],
			clearsOnLeave: [],
		},
	],
	closeCodes: [
		{ value: PROBLEM_CODE.fixApplied, label: "Fix applied" },
		{ value: PROBLEM_CODE.riskAccepted, label: "Risk accepted" },
		{ value: PROBLEM_CODE.duplicate, label: "Duplicate" },
		{ value: PROBLEM_CODE.canceled, label: "Canceled" },
	],
	// A known error is analysed, and there is a way around it.
	always: [
		...PRIORITY_REQUIREMENTS,
		{ anyOf: ["$causeNotes"], when: [{ field: "$isKnownError", isOneOf: [1] }] },
		{ anyOf: ["$workaround"], when: [{ field: "$isKnownError", isOneOf: [1] }] },
	],
	fields: [
		...PRIORITY_FIELDS,
		{ name: "$causeNotes", label: "Root cause", type: "longText" },
		{ name: "$workaround", label: "Workaround", type: "longText" },
		{ name: "$fixNotes", label: "Fix", type: "longText" },
		{ name: "$isKnownError", label: "Known error", type: "flag" },
		{ name: "$duplicateOf", label: "Duplicate of", type: "ticket" },
	],
	hasTasks: true,
};
