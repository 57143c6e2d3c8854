import { type Clock, computeClocks } from "../../../shared/sla/clock.ts";
import { type CompiledDefinitions, compileDefinitions } from "../../../shared/sla/compile-definitions.ts";
import { findNextDue, type NextDue } from "../../../shared/sla/next-due.ts";
import type { Definitions } from "../../../shared/sla/policy.ts";
import type { EpochMs, Ticket } from "../../../shared/ticket/ticket.ts";

/** What a list needs of a ticket's clocks: computed once per change of the ticket, true until the next. */
export interface ClockFacts {
	/** Of the customer's clock that is due first; `NaN` while it is paused, stopped, or where there is none. */
	readonly dueAt: number;
	/** When its target is or will be used up; `NaN` where it never will. */
	readonly breachedAt: number;
	readonly stage: NextDue["stage"];
	/** It is the answer that is due. */
	readonly isResponse: boolean;
}

/** The desk's clocks as this console computes them, by the definitions that came with the feed. */
export class Clocks {
	readonly #compiled: CompiledDefinitions;
	/** The versions of the definitions that applied when these clocks were made. */
	readonly #now: EpochMs;
	/** Names everything the facts depend on: those computed under another key are computed anew. */
	readonly key: string;

	constructor(definitions: Definitions, now: EpochMs) {
		this.#compiled = compileDefinitions(definitions);
		this.#now = now;
		this.key = `${this.#compiled.key} ${this.#passed(now)}`;
	}

	/** Another version of a definition applies by now. */
	isOutdated(now: EpochMs): boolean {
		return this.#passed(now) !== this.#passed(this.#now);
	}

	at(ticket: Ticket, now: EpochMs): readonly Clock[] {
		return computeClocks(this.#compiled, ticket, now);
	}

	factsOf(ticket: Ticket): ClockFacts {
		const lastMoveAt = ticket.track.at(-1)?.[0] ?? 0;
		const { dueAt, breachedAt, stage, measure } = findNextDue(
			this.#compiled,
			ticket,
			Math.max(this.#now, lastMoveAt),
		);
		return {
			dueAt: dueAt ?? Number.NaN,
			breachedAt: breachedAt ?? Number.NaN,
			stage,
			isResponse: measure === "response",
		};
	}

	#passed(now: EpochMs): number {
		return this.#compiled.changesAt.filter((at) => at <= now).length;
	}
}
