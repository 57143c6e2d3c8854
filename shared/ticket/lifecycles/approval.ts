import type { Lifecycle } from "../lifecycle.ts";
import type { TicketFieldName } from "../ticket.ts";

export const APPROVAL_STATE = {
	/** Of a stage that comes later. */
	notRequested: 0,
	requested: 1,
	approved: 2,
	rejected: 3,
	canceled: 4,
	notRequired: 5,
} as const;

/** How many of a stage must approve. */
export const APPROVAL_RULE = { all: "all", any: "any", majority: "majority" } as const;

/** What is asked of whom stays as it was asked. */
const ASKED: readonly TicketFieldName[] = [
	"shortDescription",
	"parentId",
	"assigneeId",
	"teamId",
	"callerId",
];

/**
 * What one person is asked to allow: a ticket of its own, so that it waits, is sent, merged and kept as
 * every other edit is. Its parent is what is to be approved; its assignee is who decides.
 */
export const APPROVAL_LIFECYCLE: Lifecycle = {
	kind: "approval",
	prefix: "APPR",
	label: "Approval",
	plural: "Approvals",
	initial: APPROVAL_STATE.notRequested,
	isByRule: true,
	states: [
		{
			value: APPROVAL_STATE.notRequested,
			name: "Not Yet Requested",
			phase: "open",
			moves: [
				{ to: APPROVAL_STATE.requested, by: "system" },
				{ to: APPROVAL_STATE.canceled, by: "system" },
				{ to: APPROVAL_STATE.notRequired, by: "system" },
			],
			requires: [{ anyOf: ["parentId"] }, { anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
			locks: [...ASKED, "$reason"],
		},
		{
			value: APPROVAL_STATE.requested,
			name: "Requested",
			phase: "open",
			moves: [
				{ to: APPROVAL_STATE.approved, label: "Approve", needs: "approval.decide" },
				{
					to: APPROVAL_STATE.rejected,
					label: "Reject",
					needs: "approval.decide",
					requires: [{ anyOf: ["$reason"] }],
				},
				{ to: APPROVAL_STATE.canceled, by: "system" },
				{ to: APPROVAL_STATE.notRequired, by: "system" },
			],
			requires: [{ anyOf: ["parentId"] }, { anyOf: ["assigneeId"] }],
			clearsOnLeave: [],
			locks: [...ASKED, "$reason"],
		},
		{
			value: APPROVAL_STATE.approved,
			name: "Approved",
			phase: "closed",
			moves: [],
			requires: [],
			clearsOnLeave: [],
			locks: ASKED,
			signs: "$decidedById",
		},
		{
			value: APPROVAL_STATE.rejected,
			name: "Rejected",
			phase: "closed",
			moves: [],
			requires: [],
			clearsOnLeave: [],
			locks: ASKED,
			signs: "$decidedById",
		},
		{
			value: APPROVAL_STATE.canceled,
			name: "Canceled",
			phase: "canceled",
			moves: [],
			requires: [],
			clearsOnLeave: [],
		},
		{
			value: APPROVAL_STATE.notRequired,
			name: "No Longer Required",
			phase: "canceled",
			moves: [],
			requires: [],
			clearsOnLeave: [],
		},
	],
	fields: [
		{ name: "$stage", label: "Stage", type: "number", isByRule: true },
		{ name: "$stageName", label: "Approval", type: "text", isByRule: true },
		{
			name: "$rule",
			label: "How many decide",
			type: "choice",
			isByRule: true,
			choices: [
				{ value: APPROVAL_RULE.all, label: "All" },
				{ value: APPROVAL_RULE.any, label: "Any one" },
				{ value: APPROVAL_RULE.majority, label: "A majority" },
			],
		},
		{ name: "$version", label: "Version", type: "number", isByRule: true },
		{ name: "$reason", label: "Reason", type: "longText" },
		{ name: "$decidedById", label: "Decided by", type: "person", isByRule: true },
	],
	parentKinds: ["request", "change", "item"],
};
