import { type CompiledCalendar, compileCalendar, makeDefaultCalendar } from "../../../shared/sla/calendar.ts";
import {
	type Clock,
	type ClockPolicy,
	computeClock,
	DEFAULT_RESOLUTION_POLICY,
} from "../../../shared/sla/clock.ts";
import type { EpochMs, Ticket } from "../../../shared/ticket/ticket.ts";

/** What a list needs of a clock: computed once per change of the ticket, true until the next. */
export interface ClockFacts {
	/** `NaN` while paused, stopped, or without a clock. */
	readonly dueAt: number;
	/** When the target is or will be used up; `NaN` where it never will. */
	readonly breachedAt: number;
	readonly stage: Clock["stage"] | null;
}

const NO_CLOCK: ClockFacts = { dueAt: Number.NaN, breachedAt: Number.NaN, stage: null };

/** The desk's clocks as this console computes them: one policy, the desk's calendar. */
export class Clocks {
	readonly #policy: ClockPolicy;
	readonly #calendar: CompiledCalendar;
	/** Names everything the facts depend on, so that cached facts of another desk are never used. */
	readonly key: string;

	constructor(zone: string, policy: ClockPolicy = DEFAULT_RESOLUTION_POLICY) {
		const calendar = makeDefaultCalendar(zone);
		this.#policy = policy;
		this.#calendar = compileCalendar(calendar);
		this.key = `${policy.id}@${policy.version} ${calendar.id}@${calendar.version} ${zone}`;
	}

	at(ticket: Ticket, now: EpochMs): Clock | null {
		return computeClock({
			kind: ticket.kind,
			track: ticket.track,
			policy: this.#policy,
			businessCalendar: this.#calendar,
			now,
		});
	}

	/** Due and breach moments don't depend on now: asked at the last move, ten years cost nothing. */
	factsOf(ticket: Ticket): ClockFacts {
		const last = ticket.track.at(-1);
		const clock = last ? this.at(ticket, last[0]) : null;
		if (!clock) return NO_CLOCK;
		const isStopped = clock.stage === "completed" || clock.stage === "canceled";
		return {
			dueAt: isStopped ? Number.NaN : (clock.dueAt ?? Number.NaN),
			breachedAt: clock.breachedAt ?? Number.NaN,
			stage: clock.stage,
		};
	}
}
