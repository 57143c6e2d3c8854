import type { TicketColumns } from "../cache/ticket-columns.ts";
import type { Viewer } from "./view-filter.ts";

/** More than somebody reads at once is no list of what to do next. */
const MOST = 100;

/** The slots of the viewer's and their teams' tickets that are to be looked at by `until`, the longest due first. */
export function findFollowUps(
	columns: TicketColumns,
	{ personId, teamIds }: Viewer,
	until: number,
): readonly number[] {
	const me = personId === null ? 0 : columns.people.find(personId);
	const teams = new Set(teamIds.map((id) => columns.teams.find(id)));
	const { assignee, team } = columns.data;
	const isOfViewer = (slot: number): boolean => {
		const [assigneeCode, teamCode] = [assignee[slot] ?? 0, team[slot] ?? 0];
		return (assigneeCode !== 0 && assigneeCode === me) || (teamCode !== 0 && teams.has(teamCode));
	};
	return [...columns.followUps.entries()]
		.filter(([slot, { at }]) => at <= until && isOfViewer(slot))
		.sort(([one, first], [other, second]) => first.at - second.at || one - other)
		.slice(0, MOST)
		.map(([slot]) => slot);
}
