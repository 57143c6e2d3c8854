import { isOpenState } from "./lifecycle.ts";
import type { EpochMs, Ticket } from "./ticket.ts";

/** How often a ticket went from one team to another: from nobody to a team is no handover, nor is taking it away. */
export function countHandovers({ track }: Pick<Ticket, "track">): number {
	let [count, team]: [number, string | null] = [0, null];
	for (const [, , , , teamId] of track) {
		if (teamId === null) continue;
		if (team !== null && teamId !== team) count += 1;
		team = teamId;
	}
	return count;
}

/** When a ticket came to need no more work, the last time; `null` while it does. */
export function endOf({
	kind,
	state,
	resolvedAt,
	closedAt,
	updatedAt,
}: Pick<Ticket, "kind" | "state" | "resolvedAt" | "closedAt" | "updatedAt">): EpochMs | null {
	if (isOpenState(kind, state)) return null;
	// Of a kind that the desk has defined itself nothing else may say it.
	return resolvedAt ?? closedAt ?? updatedAt;
}
