import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";
import type { QueueCounts } from "../protocol.ts";
import type { Viewer } from "./view-filter.ts";

/** What breached, and what will within a day unless somebody acts, is "breaching next". */
export const BREACHING_WITHIN_MS = 86_400_000;
/** No code: matches no row. */
const NOBODY = -1;

export type TicketCounts = Omit<QueueCounts, "firingAlerts" | "checksDown">;

/** One pass over what is shown: a counter always equals a recount. */
export function countTickets(columns: TicketColumns, viewer: Viewer, now: number): TicketCounts {
	const { flags, assignee, team, dueAt } = columns.data;
	const me = viewer.personId === null ? NOBODY : columns.people.find(viewer.personId) || NOBODY;
	const isMyTeam = new Uint8Array(columns.teams.size);
	for (const id of viewer.teamIds) isMyTeam[columns.teams.find(id)] = 1;
	isMyTeam[0] = 0;
	const counts = { open: 0, mine: 0, myTeams: 0, unassigned: 0, breachingNext: 0, all: 0 };
	for (let slot = 0; slot < columns.size; slot += 1) {
		const own = flags[slot] ?? 0;
		counts.all += own & FLAG.alive;
		if ((own & FLAG.open) === 0) continue;
		counts.open += 1;
		counts.mine += Number(assignee[slot] === me);
		counts.unassigned += Number(assignee[slot] === 0);
		counts.myTeams += isMyTeam[team[slot] ?? 0] ?? 0;
		counts.breachingNext += Number((dueAt[slot] ?? Number.NaN) <= now + BREACHING_WITHIN_MS);
	}
	return counts;
}

/** Open tickets by priority, 1 first. */
export function countByPriority(columns: TicketColumns): readonly number[] {
	const counts = [0, 0, 0, 0, 0];
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((columns.data.flags[slot] ?? 0) & FLAG.open) === 0) continue;
		const index = (columns.data.priority[slot] ?? 1) - 1;
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
}
