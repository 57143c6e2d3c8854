import type { Condition, Lifecycle, Move, StateDefinition } from "../lifecycle.ts";
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
			{ to: REQUEST_STATE.closedIncomplete, label: "Close incomplete" },
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
			{ to: REQUEST_STATE.closedIncomplete, label: "Close incomplete" },
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

/**
 * The same states for what has parts: people start it and cancel it; opening follows from its approvals, and how
 * it ends from its parts. `unless`: for those of which this does not hold, by hand as ever.
 */
export function closedByParts(
	states: readonly StateDefinition[],
	unless: readonly Condition[] | null,
): readonly StateDefinition[] {
	const byParts: readonly number[] = [
		REQUEST_STATE.open,
		REQUEST_STATE.closedComplete,
		REQUEST_STATE.closedSkipped,
	];
	return states.map((state) => ({
		...state,
		moves: state.moves.flatMap((move): readonly Move[] => {
			if (!byParts.includes(move.to))
				return [move.to === REQUEST_STATE.closedIncomplete ? { ...move, label: "Cancel" } : move];
			const byHand = unless ? [{ ...move, when: unless }] : [];
			return [...byHand, { to: move.to, by: "system" }];
		}),
	}));
}

export const REQUEST_LIFECYCLE: Lifecycle = {
	kind: "request",
	prefix: "REQ",
	label: "Request",
	plural: "Requests",
	initial: REQUEST_STATE.pending,
	states: closedByParts(REQUEST_STATES, [{ field: "$isByItems", isOneOf: [1], not: true }]),
	always: PRIORITY_REQUIREMENTS,
	fields: [
		...PRIORITY_FIELDS,
		{ name: "$isByItems", label: "Goes by its items", type: "flag", isByRule: true },
	],
	hasTasks: true,
};
