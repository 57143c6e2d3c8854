import type { NoticeReader } from "../../../shared/notice/notice-book.ts";
import { kindIndex } from "../../../shared/ticket/known-lifecycles.ts";
import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";

/** More than these nobody watches over: of a team’s tickets those that are due first. */
const MOST = 2_000;

/** The slots of the open tickets that may call for somebody: theirs, their teams’, and every P1. */
export function ticketsOfReader(
	columns: TicketColumns,
	{ personId, teamIds }: NoticeReader,
): readonly number[] {
	const { flags, kind, priority, assignee, team, dueAt } = columns.data;
	const me = personId === null ? 0 : columns.people.find(personId);
	const teams = new Set(teamIds.map((id) => columns.teams.find(id)));
	teams.delete(0);
	const incident = kindIndex("incident");
	const own: number[] = [];
	const ours: number[] = [];
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((flags[slot] ?? 0) & FLAG.open) === 0) continue;
		if (me !== 0 && assignee[slot] === me) own.push(slot);
		else if (kind[slot] === incident && priority[slot] === 1) own.push(slot);
		else if (teams.has(team[slot] ?? 0)) ours.push(slot);
	}
	if (own.length + ours.length <= MOST) return [...own, ...ours];
	const due = (slot: number): number => dueAt[slot] || Number.POSITIVE_INFINITY;
	ours.sort((one, other) => due(one) - due(other) || one - other);
	return [...own, ...ours].slice(0, MOST);
}
