import type { BuiltInKind } from "../kinds.ts";

/** A state of a table: value, name, and the values that it may go to. */
export type TableRow = readonly [value: number, name: string, to: readonly number[]];

export interface Table {
	readonly kind: BuiltInKind;
	/** Of a change; the others have none. */
	readonly type?: string;
	readonly rows: readonly TableRow[];
}

/** The field's tables of states and moves, written out: what lifecycles must say, whoever wrote them. */
export const TABLES: readonly Table[] = [
	{
		kind: "incident",
		rows: [
			[1, "New", [2, 3, 6, 8]],
			[2, "In Progress", [3, 6, 8]],
			[3, "On Hold", [2, 6, 8]],
			[6, "Resolved", [2, 7]],
			[7, "Closed", []],
			[8, "Canceled", []],
		],
	},
	{
		kind: "problem",
		rows: [
			[101, "New", [102, 107]],
			[102, "Assess", [103, 107]],
			[103, "Root Cause Analysis", [104, 107]],
			[104, "Fix in Progress", [106, 107]],
			[106, "Resolved", [107, 103]],
			[107, "Closed", [103]],
		],
	},
	// Moves back to New revert; each type has its own way to Scheduled.
	{
		kind: "change",
		type: "normal",
		rows: [
			[-5, "New", [-4, 4]],
			[-4, "Assess", [-3, -5, 4]],
			[-3, "Authorize", [-2, -5, 4]],
			[-2, "Scheduled", [-1, -5, 4]],
			[-1, "Implement", [0, 4]],
			[0, "Review", [3]],
			[3, "Closed", []],
			[4, "Canceled", []],
		],
	},
	{
		kind: "change",
		type: "standard",
		rows: [
			[-5, "New", [-2, 4]],
			[-2, "Scheduled", [-1, -5, 4]],
			[-1, "Implement", [0, 4]],
			[0, "Review", [3]],
			[3, "Closed", []],
			[4, "Canceled", []],
		],
	},
	{
		kind: "change",
		type: "emergency",
		rows: [
			[-5, "New", [-3, 4]],
			[-3, "Authorize", [-2, -5, 4]],
			[-2, "Scheduled", [-1, -5, 4]],
			[-1, "Implement", [0, 4]],
			[0, "Review", [3]],
			[3, "Closed", []],
			[4, "Canceled", []],
		],
	},
	...(["request", "item", "task"] as const).map((kind) => ({
		kind,
		rows: [
			[-5, "Pending", [1, 4]],
			[1, "Open", [2, 3, 4, 7]],
			[2, "Work in Progress", [3, 4, 7]],
			[3, "Closed Complete", []],
			[4, "Closed Incomplete", []],
			[7, "Closed Skipped", []],
		] as const satisfies readonly TableRow[],
	})),
	{
		kind: "approval",
		rows: [
			[1, "Requested", [2, 3, 4, 5]],
			[2, "Approved", []],
			[3, "Rejected", []],
			[4, "Canceled", []],
			[5, "No Longer Required", []],
		],
	},
];
