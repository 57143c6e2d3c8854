import { TICKET_KINDS } from "../../../shared/ticket/kinds.ts";
import { APPROVAL_STATE } from "../../../shared/ticket/lifecycles/approval.ts";
import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";
import { IS_ASIDE } from "./aside-kinds.ts";
import type { ViewerNow } from "./view-filter.ts";
import type { QueueCounts } from "./view-protocol.ts";

/** What breached, and what will within a day unless somebody acts, is "breaching next". */
export const BREACHING_WITHIN_MS = 86_400_000;
/** What nobody has touched for so long is "ageing": as `-updated:7d` asks for it. */
const AGEING_AFTER_MS = 7 * 86_400_000;
/** What went from team to team so often is "bounced": as `handovers:2` asks for it. */
const BOUNCED_FROM = 2;
/** No code: matches no row. */
const NOBODY = -1;
const APPROVAL = TICKET_KINDS.indexOf("approval");

export type TicketCounts = Omit<QueueCounts, "firingAlerts" | "checksDown">;

/** One pass over what is shown: a counter always equals a recount. */
export function countTickets(columns: TicketColumns, viewer: ViewerNow, now: number): TicketCounts {
	const { flags, assignee, team, dueAt, updatedAt, kind, handovers } = columns.data;
	const me = viewer.personId === null ? NOBODY : columns.people.find(viewer.personId) || NOBODY;
	const isMyTeam = new Uint8Array(columns.teams.size);
	for (const id of viewer.teamIds) isMyTeam[columns.teams.find(id)] = 1;
	isMyTeam[0] = 0;
	const approvals = countApprovals(columns, viewer);
	const counts = {
		open: 0,
		mine: 0,
		myTeams: 0,
		unassigned: 0,
		breachingNext: 0,
		ageing: 0,
		bounced: 0,
		all: 0,
		approvals,
	};
	for (let slot = 0; slot < columns.size; slot += 1) {
		const own = IS_ASIDE[kind[slot] ?? 0] === 1 ? 0 : (flags[slot] ?? 0);
		counts.all += own & FLAG.alive;
		if ((own & FLAG.open) === 0) continue;
		counts.open += 1;
		counts.mine += Number(assignee[slot] === me);
		counts.unassigned += Number(assignee[slot] === 0);
		counts.myTeams += isMyTeam[team[slot] ?? 0] ?? 0;
		counts.breachingNext += Number((dueAt[slot] ?? Number.NaN) <= now + BREACHING_WITHIN_MS);
		counts.ageing += Number((updatedAt[slot] ?? 0) < now - AGEING_AFTER_MS);
		counts.bounced += Number((handovers[slot] ?? 0) >= BOUNCED_FROM);
	}
	return counts;
}

/** What is asked of the viewer, or of those for whom they decide. */
function countApprovals({ data, people, size }: TicketColumns, viewer: ViewerNow): number {
	const { flags, assignee, kind, state } = data;
	const isAsked = new Uint8Array(people.size);
	for (const id of viewer.delegatorIds) isAsked[people.find(id)] = 1;
	if (viewer.personId !== null) isAsked[people.find(viewer.personId)] = 1;
	isAsked[0] = 0;
	let count = 0;
	for (let slot = 0; slot < size; slot += 1) {
		if (kind[slot] !== APPROVAL || state[slot] !== APPROVAL_STATE.requested) continue;
		if (((flags[slot] ?? 0) & FLAG.open) !== 0) count += isAsked[assignee[slot] ?? 0] ?? 0;
	}
	return count;
}

/** Open tickets by priority, 1 first. */
export function countByPriority(columns: TicketColumns): readonly number[] {
	const counts = [0, 0, 0, 0, 0];
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((columns.data.flags[slot] ?? 0) & FLAG.open) === 0) continue;
		if (IS_ASIDE[columns.data.kind[slot] ?? 0] === 1) continue;
		const index = (columns.data.priority[slot] ?? 1) - 1;
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
}
