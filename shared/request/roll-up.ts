import { REQUEST_STATE } from "../ticket/lifecycles/request.ts";

const { closedComplete, closedIncomplete, closedSkipped } = REQUEST_STATE;
export type RolledUp = typeof closedComplete | typeof closedIncomplete | typeof closedSkipped;

/**
 * How what has parts ends: Incomplete when any part is, Skipped when all are, else Complete. `null` while one
 * of them is not closed, and where there are none.
 */
export function rollUp(parts: readonly number[]): RolledUp | null {
	if (parts.length === 0 || !parts.every(isClosed)) return null;
	if (parts.includes(closedIncomplete)) return closedIncomplete;
	return parts.every((state) => state === closedSkipped) ? closedSkipped : closedComplete;
}

function isClosed(state: number): state is RolledUp {
	return state === closedComplete || state === closedIncomplete || state === closedSkipped;
}

/** `2 complete, 1 skipped`: why it ended as it did. */
export function describeParts(parts: readonly number[]): string {
	const count = (state: number): number => parts.filter((part) => part === state).length;
	const counts = [
		[count(closedComplete), "complete"],
		[count(closedIncomplete), "incomplete"],
		[count(closedSkipped), "skipped"],
	] as const;
	return counts.flatMap(([number, word]) => (number === 0 ? [] : `${number} ${word}`)).join(", ");
}
