import type { TicketKind } from "../ticket/kinds.ts";
import { findState } from "../ticket/lifecycle.ts";
import type { Priority } from "../ticket/priority.ts";
import type { EpochMs, TrackMove } from "../ticket/ticket.ts";
import { AROUND_THE_CLOCK, type CompiledCalendar } from "./calendar.ts";

/** What one priority is promised; a `businessDay` target counts in the calendar's own days. */
export interface ClockTarget {
	readonly priority: Priority;
	readonly durationMs: number;
	readonly calendar: "around-the-clock" | "business";
}

/** A versioned promise for tickets of some kinds. */
export interface ClockPolicy {
	readonly id: string;
	readonly version: number;
	readonly name: string;
	readonly kinds: readonly TicketKind[];
	readonly targets: readonly ClockTarget[];
	/** Hold reasons that pause it. */
	readonly pausedBy: readonly number[];
}

export type ClockStage = "in-progress" | "paused" | "completed" | "canceled";

/** One resolution clock at one moment: computed from the track, never stored. */
export interface Clock {
	readonly stage: ClockStage;
	readonly targetMs: number;
	readonly startedAt: EpochMs;
	/** When it breaches if nothing changes; `null` while paused or where the calendar never opens. */
	readonly dueAt: EpochMs | null;
	/** Open time counted until `now`, or until it stopped. */
	readonly elapsedMs: number;
	/** When the target was used up, or will be: stays `null` for a clock that stopped in time. */
	readonly breachedAt: EpochMs | null;
	readonly isBreached: boolean;
	readonly percent: number;
}

const HOUR_MS = 3_600_000;
const BUSINESS_DAY_MS = 8 * HOUR_MS;

/** The defaults of the field: P1 1 h and P2 8 h around the clock, P3 3, P4 5 and P5 10 business days. */
export const DEFAULT_RESOLUTION_POLICY: ClockPolicy = {
	id: "default-resolution",
	version: 1,
	name: "Resolution",
	kinds: ["incident", "request"],
	targets: [
		{ priority: 1, durationMs: HOUR_MS, calendar: "around-the-clock" },
		{ priority: 2, durationMs: 8 * HOUR_MS, calendar: "around-the-clock" },
		{ priority: 3, durationMs: 3 * BUSINESS_DAY_MS, calendar: "business" },
		{ priority: 4, durationMs: 5 * BUSINESS_DAY_MS, calendar: "business" },
		{ priority: 5, durationMs: 10 * BUSINESS_DAY_MS, calendar: "business" },
	],
	pausedBy: [1],
};

export interface ClockInput {
	readonly kind: TicketKind;
	readonly track: readonly TrackMove[];
	readonly policy: ClockPolicy;
	readonly businessCalendar: CompiledCalendar;
	readonly now: EpochMs;
}

/**
 * The resolution clock of a ticket: a pure function of its track, the policy, the calendar and now.
 * The present priority's target counts from when the ticket was opened (back-dated attach), with
 * paused and resolved time taken out. `null` where the policy promises nothing.
 */
export function computeClock(input: ClockInput): Clock | null {
	const { kind, track, policy, now } = input;
	const first = track[0];
	const last = track.at(-1);
	if (!first || !last || !policy.kinds.includes(kind)) return null;
	const target = policy.targets.find((candidate) => candidate.priority === last[3]);
	if (!target) return null;
	const calendar = target.calendar === "business" ? input.businessCalendar : AROUND_THE_CLOCK;
	const reach = findReach(input, calendar, target.durationMs);
	const elapsedMs = elapsedUntil(input, calendar);
	const stage = stageOf(kind, policy, last);
	const isBreached = reach.breachedAt !== null && reach.breachedAt <= now;
	return {
		stage,
		targetMs: target.durationMs,
		startedAt: first[0],
		dueAt: stage === "paused" && !isBreached ? null : reach.dueAt,
		elapsedMs,
		breachedAt: reach.breachedAt,
		isBreached,
		percent: (elapsedMs / target.durationMs) * 100,
	};
}

function stageOf(kind: TicketKind, policy: ClockPolicy, move: TrackMove): ClockStage {
	const phase = findState(kind, move[1])?.phase;
	if (phase === "canceled") return "canceled";
	if (phase === "resolved" || phase === "closed") return "completed";
	return phase === "hold" && policy.pausedBy.includes(move[2]) ? "paused" : "in-progress";
}

/** When the target is used up: `breachedAt` if that happens in a counted stretch, `dueAt` if it were to. */
interface Reach {
	readonly dueAt: EpochMs | null;
	readonly breachedAt: EpochMs | null;
}

function findReach(input: ClockInput, calendar: CompiledCalendar, durationMs: number): Reach {
	const { kind, track, policy } = input;
	let leftMs = durationMs;
	let dueAt: EpochMs | null = null;
	for (const [index, move] of track.entries()) {
		const next = track[index + 1];
		if (stageOf(kind, policy, move) !== "in-progress" || (next && next[0] <= move[0])) continue;
		dueAt = calendar.addOpenMs(move[0], leftMs);
		if (dueAt !== null && (!next || dueAt <= next[0])) return { dueAt, breachedAt: dueAt };
		leftMs -= next ? calendar.openMs(move[0], next[0]) : 0;
	}
	return { dueAt, breachedAt: null };
}

/** All counted open time until now, also past the target. */
function elapsedUntil({ kind, track, policy, now }: ClockInput, calendar: CompiledCalendar): number {
	return track.reduce((total, move, index) => {
		if (stageOf(kind, policy, move) !== "in-progress") return total;
		const end = Math.min(track[index + 1]?.[0] ?? now, now);
		return end > move[0] ? total + calendar.openMs(move[0], end) : total;
	}, 0);
}
