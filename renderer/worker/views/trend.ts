import { kindIndex } from "../../../shared/ticket/known-lifecycles.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";
import { usualKinds } from "./aside-kinds.ts";
import type { Trend, TrendQuery } from "./workload-protocol.ts";

const MOST_DAYS = 366;

/**
 * How many tickets were opened and ended on each day, and how many were open when it was over. A ticket counts for
 * the team that has it now, and as open until it ended for the last time.
 */
export function countTrend(columns: TicketColumns, query: TrendQuery): Omit<Trend, "isComplete"> {
	const bounds = query.bounds.slice(0, MOST_DAYS + 1);
	const [first = 0] = bounds;
	const opened = new Uint32Array(Math.max(0, bounds.length - 1));
	const ended = new Uint32Array(opened.length);
	let backlogBefore = 0;
	const { openedAt, endedAt } = columns.data;
	for (const slot of slotsOf(columns, query)) {
		const from = openedAt[slot] ?? 0;
		// What is said to have ended before it was opened was never open.
		const to = Math.max(from, endedAt[slot] ?? Number.NaN);
		backlogBefore += Number(from < first && !(to < first));
		const day = dayOf(bounds, from);
		const lastDay = dayOf(bounds, to);
		if (day !== null) opened[day] = (opened[day] ?? 0) + 1;
		if (lastDay !== null) ended[lastDay] = (ended[lastDay] ?? 0) + 1;
	}
	let backlog = backlogBefore;
	const days = Array.from(opened, (count, index) => {
		backlog += count - (ended[index] ?? 0);
		return { from: bounds[index] ?? 0, opened: count, ended: ended[index] ?? 0, backlog };
	});
	return { days, backlogBefore };
}

function* slotsOf(columns: TicketColumns, { kinds, teamId }: TrendQuery): Generator<number> {
	const { flags, kind, team } = columns.data;
	const isWanted = new Uint8Array(256);
	for (const index of (kinds.length > 0 ? kinds : usualKinds()).map(kindIndex)) isWanted[index] = 1;
	const wanted = teamId === null ? null : columns.teams.find(teamId);
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((flags[slot] ?? 0) & FLAG.alive) === 0 || isWanted[kind[slot] ?? 0] !== 1) continue;
		if (wanted === null || (wanted !== 0 && team[slot] === wanted)) yield slot;
	}
}

/** The day that a moment is in; `null` outside of all, and where there is none. Days are not all of one length. */
function dayOf(bounds: readonly EpochMs[], at: number): number | null {
	const last = bounds.length - 1;
	const [first = 0, end = 0] = [bounds[0], bounds[last]];
	if (!(at >= first && at < end)) return null;
	let day = Math.min(last - 1, Math.floor(((at - first) / (end - first)) * last));
	while (at < (bounds[day] ?? 0)) day -= 1;
	while (at >= (bounds[day + 1] ?? 0)) day += 1;
	return day;
}
