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

/** One that says nothing is a normal one. */
const isA = (...types: readonly (string | null)[]): readonly Condition[] => [
	{ field: "$type", isOneOf: types },
];
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
const CANCEL: Move = { to: CHANGE_STATE.canceled, label: "Cancel", requires: [{ note: "workNote" }] };
const REVERT: Move = { to: CHANGE_STATE.new, label: "Revert to New" };

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
					when: isA(CHANGE_TYPE.emergency),
					requires: PLANNED,
				},
				{ to: CHANGE_STATE.scheduled, label: "Schedule", when: isA(CHANGE_TYPE.standard), requires: PLANNED },
				CANCEL,
			],
			requires: [{ anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: CHANGE_STATE.assess,
			name: "Assess",
			phase: "open",
			moves: [{ to: CHANGE_STATE.authorize, by: "system" }, REVERT, CANCEL],
			requires: [ROUTED],
			clearsOnLeave: [],
			locks: ["$type"],
		},
		{
			value: CHANGE_STATE.authorize,
			name: "Authorize",
			phase: "open",
			moves: [{ to: CHANGE_STATE.scheduled, by: "system" }, REVERT, CANCEL],
			requires: [ROUTED],
			clearsOnLeave: [],
			locks: ["$type"],
		},
		{
			value: CHANGE_STATE.scheduled,
			name: "Scheduled",
			phase: "open",
			moves: [{ to: CHANGE_STATE.implement, label: "Implement" }, REVERT, CANCEL],
			requires: [],
			clearsOnLeave: [],
			locks: ["$type"],
		},
		{
			value: CHANGE_STATE.implement,
			name: "Implement",
			phase: "open",
			moves: [{ to: CHANGE_STATE.review, label: "Review" }, CANCEL],
			requires: [ASSIGNED],
			clearsOnLeave: [],
			locks: ["$type"],
		},
		{
			value: CHANGE_STATE.review,
			name: "Review",
			phase: "open",
			moves: [{ to: CHANGE_STATE.closed, label: "Close" }],
			requires: [ASSIGNED],
			clearsOnLeave: [],
			locks: ["$type"],
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
	always: PRIORITY_REQUIREMENTS,
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
		{ name: "$plannedStartAt", label: "Planned start", type: "moment" },
		{ name: "$plannedEndAt", label: "Planned end", type: "moment" },
		{ name: "$justification", label: "Justification", type: "longText" },
		{ name: "$plan", label: "Plan", type: "longText" },
		{ name: "$backOutPlan", label: "Back-out plan", type: "longText" },
		{ name: "$testPlan", label: "Test plan", type: "longText" },
		{ name: "$reviewNotes", label: "Review", type: "longText" },
		{ name: "$isOnHold", label: "On hold", type: "flag" },
		{ name: "$holdText", label: "Why it is on hold", type: "text" },
		{ name: "$template", label: "Template", type: "text", isByRule: true },
		{ name: "$version", label: "Version", type: "number", isByRule: true },
		{ name: "$isAfterTheFact", label: "Recorded after the fact", type: "flag" },
	],
};
