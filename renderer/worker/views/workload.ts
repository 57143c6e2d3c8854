import type { TicketColumns } from "../cache/ticket-columns.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import { IS_ASIDE } from "./aside-kinds.ts";
import { BREACHING_WITHIN_MS } from "./counts.ts";
import type { Load } from "./workload-protocol.ts";

/** From this priority on, P2, work does not wait. */
const URGENT = 2;

/** The open work of everybody who has any, by person; that of nobody under `null`. */
export function countLoads(
	columns: TicketColumns,
	teamId: string | null,
	now: number,
): ReadonlyMap<string | null, Load> {
	const { flags, kind, team, assignee, hold, priority, dueAt, breachedAt, openedAt } = columns.data;
	const wanted = teamId === null ? null : columns.teams.find(teamId);
	const counters = new Map<number, Counter>();
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((flags[slot] ?? 0) & FLAG.open) === 0 || IS_ASIDE[kind[slot] ?? 0] === 1) continue;
		if (wanted !== null && (wanted === 0 || team[slot] !== wanted)) continue;
		const counter = counterOf(counters, assignee[slot] ?? 0);
		const isBreached = (breachedAt[slot] ?? Number.NaN) <= now;
		counter.open += 1;
		counter.urgent += Number((priority[slot] ?? 5) <= URGENT);
		counter.onHold += Number((hold[slot] ?? 0) !== 0);
		counter.breached += Number(isBreached);
		counter.dueSoon += Number(!isBreached && (dueAt[slot] ?? Number.NaN) <= now + BREACHING_WITHIN_MS);
		counter.oldestAt = Math.min(counter.oldestAt, openedAt[slot] ?? now);
	}
	return new Map([...counters].map(([code, counter]) => [columns.people.valueOf(code), counter]));
}

type Counter = { -readonly [Name in keyof Load]: number };

function counterOf(counters: Map<number, Counter>, code: number): Counter {
	const known = counters.get(code);
	if (known) return known;
	const made = { open: 0, urgent: 0, onHold: 0, breached: 0, dueSoon: 0, oldestAt: Number.POSITIVE_INFINITY };
	counters.set(code, made);
	return made;
}
