import { ok, type Result, refuse } from "../result.ts";

/** 1 High, 2 Medium, 3 Low: for impact and for urgency. */
export type Level = 1 | 2 | 3;
/** 1 Critical, 2 High, 3 Moderate, 4 Low, 5 Planning. */
export type Priority = 1 | 2 | 3 | 4 | 5;

/** Rows are impact 1–3, columns urgency 1–3. */
export type PriorityMatrix = readonly (readonly Priority[])[];

export const DEFAULT_PRIORITY_MATRIX: PriorityMatrix = [
	[1, 2, 3],
	[2, 3, 4],
	[3, 4, 5],
];

/** What a ticket's priority is: the one that a lead set, else what the matrix gives. */
export function priorityOf(
	of: { readonly impact: Level; readonly urgency: Level; readonly $priorityOverride?: unknown },
	matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX,
): Priority {
	const set = PRIORITIES.find((priority) => priority === of.$priorityOverride);
	return set ?? derivePriority(of.impact, of.urgency, matrix);
}

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];

/** Priority from impact and urgency; the matrix is a setting. */
export function derivePriority(
	impact: Level,
	urgency: Level,
	matrix: PriorityMatrix = DEFAULT_PRIORITY_MATRIX,
): Priority {
	const priority = matrix[impact - 1]?.[urgency - 1];
	if (priority === undefined) throw new Error(`no priority for impact ${impact}, urgency ${urgency}`);
	return priority;
}

/** A matrix where more impact or urgency never gives less priority. Code: `matrix_not_ordered`. */
export function judgeMatrix(matrix: PriorityMatrix): Result<null> {
	for (const [row, priorities] of matrix.entries()) {
		for (const [column, priority] of priorities.entries()) {
			const worse = [matrix[row + 1]?.[column], priorities[column + 1]];
			if (worse.every((other) => other === undefined || other >= priority)) continue;
			return refuse(
				"matrix_not_ordered",
				`Less impact or urgency would give more priority than impact ${row + 1} with urgency ${column + 1}.`,
				`matrix.${row}.${column}`,
			);
		}
	}
	return ok(null);
}
