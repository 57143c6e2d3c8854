import type { Condition, Lifecycle, Move, Requirement } from "../lifecycle.ts";
import type { TicketFieldName } from "../ticket.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";

export const CHANGE_STATE = {
	new: -5,
	assess: -4,
	authorize: -3,
	scheduled: -2,
	implement: -1,
	review: 0,
	closed: 3,
	canceled: 4,
} as const;

export const CHANGE_TYPE = { normal: "normal", standard: "standard", emergency: "emergency" } as const;

/** What approvals are given for: editing one of them voids those that were given. */
export const APPROVED_FIELDS: readonly TicketFieldName[] = [
	"shortDescription",
	"ciId",
	"$plan",
	"$backOutPlan",
	"$plannedStartAt",
	"$plannedEndAt",
	"$risk",
];

/** What a template fixes: a standard change that says otherwise in one of them is no longer standard. */
export const TEMPLATE_FIELDS = ["ciId", "$plan", "$backOutPlan", "$testPlan", "$risk"] as const;

/** Where approvals are asked for or have been given: an edit of what they were given for voids them. */
export const APPROVAL_STATES: readonly number[] = [
	CHANGE_STATE.assess,
	CHANGE_STATE.authorize,
	CHANGE_STATE.scheduled,
];

/** One that says nothing is a normal one. */
const isA = (...types: readonly (string | null)[]): readonly Condition[] => [
	{ field: "$type", isOneOf: types },
];
const EMERGENCY: Condition = { field: "$type", isOneOf: [CHANGE_TYPE.emergency] };
const PREPARED: Condition = { ...EMERGENCY, not: true };
const AFTER_THE_FACT: Condition = { field: "$isAfterTheFact", isOneOf: [1] };
const BEFORE_THE_FACT: Condition = { ...AFTER_THE_FACT, not: true };
const AUTHORIZED: Condition = { field: "$isAuthorizedAfterwards", isOneOf: [1] };
/** What is on hold goes nowhere until somebody takes it off. */
const GOING: Condition = { field: "$isOnHold", isOneOf: [1], not: true };
const PLANNED: readonly Requirement[] = [
	{ anyOf: ["$plan"] },
	{ anyOf: ["$backOutPlan"] },
	{ anyOf: ["$plannedStartAt"] },
	{ anyOf: ["$plannedEndAt"] },
	{ anyOf: ["ciId"] },
	{ anyOf: ["$risk"] },
];
const ASSIGNED: Requirement = { anyOf: ["assigneeId"] };
const ROUTED: Requirement = { anyOf: ["teamId", "assigneeId"] };
const CANCEL: Move = {
	to: CHANGE_STATE.canceled,
	label: "Cancel",
	when: [GOING],
	requires: [{ note: "workNote" }],
};
const REVERT: Move = { to: CHANGE_STATE.new, label: "Revert to New", when: [GOING] };
/** An edit of what was approved, or a rejection: whether it is on hold or not. */
const SENT_BACK: Move = { to: CHANGE_STATE.new, by: "system" };
const ON_HOLD: readonly TicketFieldName[] = ["$isOnHold", "$holdText"];
const TYPE: readonly TicketFieldName[] = ["$type", "$template", "$isAfterTheFact"];
/** What is being carried out is what was approved. */
const CARRIED_OUT: readonly TicketFieldName[] = [...TYPE, ...APPROVED_FIELDS, "$riskAnswers"];

/** ServiceNow's change: one table for the three types, whose moves say which of them they are for. */
export const CHANGE_LIFECYCLE: Lifecycle = {
	kind: "change",
	prefix: "CHG",
	label: "Change",
	plural: "Changes",
	initial: CHANGE_STATE.new,
	states: [
		{
			value: CHANGE_STATE.new,
			name: "New",
			phase: "open",
			moves: [
				{
					to: CHANGE_STATE.assess,
					label: "Request approval",
					when: isA(CHANGE_TYPE.normal, null),
					requires: PLANNED,
				},
				{
					to: CHANGE_STATE.authorize,
					label: "Request approval",
					when: [EMERGENCY, BEFORE_THE_FACT],
					requires: PLANNED,
				},
				{
					to: CHANGE_STATE.implement,
					label: "Record as implemented",
					when: [EMERGENCY, AFTER_THE_FACT],
					requires: PLANNED,
				},
				{
					to: CHANGE_STATE.scheduled,
					label: "Schedule",
					when: isA(CHANGE_TYPE.standard),
					requires: [{ anyOf: ["$template"] }, ...PLANNED],
				},
				CANCEL,
			],
			requires: [{ anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
			locks: ON_HOLD,
		},
		{
			value: CHANGE_STATE.assess,
			name: "Assess",
			phase: "open",
			moves: [{ to: CHANGE_STATE.authorize, by: "system" }, SENT_BACK, REVERT, CANCEL],
			requires: [{ anyOf: ["teamId"] }],
			clearsOnLeave: [],
			locks: TYPE,
		},
		{
			value: CHANGE_STATE.authorize,
			name: "Authorize",
			phase: "open",
			moves: [{ to: CHANGE_STATE.scheduled, by: "system" }, SENT_BACK, REVERT, CANCEL],
			requires: [ROUTED],
			clearsOnLeave: [],
			locks: TYPE,
		},
		{
			value: CHANGE_STATE.scheduled,
			name: "Scheduled",
			phase: "open",
			moves: [{ to: CHANGE_STATE.implement, label: "Implement", when: [GOING] }, SENT_BACK, REVERT, CANCEL],
			requires: [],
			clearsOnLeave: [],
			locks: TYPE,
		},
		{
			value: CHANGE_STATE.implement,
			name: "Implement",
			phase: "open",
			moves: [
				{ to: CHANGE_STATE.review, label: "Review", when: [GOING] },
				{ ...SENT_BACK, when: [EMERGENCY, AFTER_THE_FACT] },
				CANCEL,
			],
			requires: [ASSIGNED],
			clearsOnLeave: [],
			locks: CARRIED_OUT,
		},
		{
			value: CHANGE_STATE.review,
			name: "Review",
			phase: "open",
			moves: [
				...[
					[PREPARED],
					[EMERGENCY, BEFORE_THE_FACT],
					// Whoever acted first is authorized before it is over.
					[EMERGENCY, AFTER_THE_FACT, AUTHORIZED],
				].map((when): Move => ({ to: CHANGE_STATE.closed, label: "Close", when: [GOING, ...when] })),
				{ ...SENT_BACK, when: [EMERGENCY, AFTER_THE_FACT] },
			],
			requires: [ASSIGNED],
			clearsOnLeave: [],
			locks: CARRIED_OUT,
		},
		{
			value: CHANGE_STATE.closed,
			name: "Closed",
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeCode"] }, { anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{
			value: CHANGE_STATE.canceled,
			name: "Canceled",
			phase: "canceled",
			moves: [],
			requires: [],
			clearsOnLeave: [],
		},
	],
	closeCodes: [
		{ value: "successful", label: "Successful" },
		{ value: "successful_issues", label: "Successful with issues" },
		{ value: "unsuccessful", label: "Unsuccessful" },
	],
	always: [...PRIORITY_REQUIREMENTS, { anyOf: ["$holdText"], when: [{ field: "$isOnHold", isOneOf: [1] }] }],
	fields: [
		...PRIORITY_FIELDS,
		{
			name: "$type",
			label: "Type",
			type: "choice",
			initial: CHANGE_TYPE.normal,
			choices: [
				{ value: CHANGE_TYPE.normal, label: "Normal" },
				{ value: CHANGE_TYPE.standard, label: "Standard" },
				{ value: CHANGE_TYPE.emergency, label: "Emergency" },
			],
		},
		{
			name: "$risk",
			label: "Risk",
			type: "choice",
			choices: [
				{ value: 1, label: "Very high" },
				{ value: 2, label: "High" },
				{ value: 3, label: "Moderate" },
				{ value: 4, label: "Low" },
			],
		},
		{ name: "$plannedStartAt", label: "Planned start", type: "moment", isShownApart: true },
		{
			name: "$plannedEndAt",
			label: "Planned end",
			type: "moment",
			isAfter: "$plannedStartAt",
			isShownApart: true,
		},
		{ name: "$justification", label: "Justification", type: "longText" },
		{ name: "$plan", label: "Plan", type: "longText" },
		{ name: "$backOutPlan", label: "Back-out plan", type: "longText" },
		{ name: "$testPlan", label: "Test plan", type: "longText" },
		{ name: "$reviewNotes", label: "Review", type: "longText" },
		{ name: "$isOnHold", label: "On hold", type: "flag", isShownApart: true },
		{ name: "$holdText", label: "Why it is on hold", type: "text", isShownApart: true },
		{ name: "$isAfterTheFact", label: "Recorded after the fact", type: "flag" },
		{ name: "$isAuthorizedAfterwards", label: "Authorized afterwards", type: "flag", isByRule: true },
		{ name: "$template", label: "Template", type: "text", isShownApart: true },
		{ name: "$riskAnswers", label: "Risk assessment", type: "text", isShownApart: true },
		{ name: "$version", label: "Version", type: "number", isByRule: true },
	],
	hasTasks: true,
};
