import type { CompiledCalendar } from "../../../../shared/sla/calendar.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import type { Company } from "./company.ts";
import type { Random } from "./random.ts";
import type { Story } from "./stories/story.ts";
import type { TicketDraft } from "./ticket-draft.ts";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** What a made-up ticket's life is told with. */
export interface LifeParts {
	readonly draft: TicketDraft;
	/** With its slots filled. */
	readonly story: Story;
	readonly random: Random;
	readonly company: Company;
	readonly calendar: CompiledCalendar;
	readonly startsAt: EpochMs;
	/** Who works on it from the start; else somebody of its team. */
	readonly assigneeId: string | null;
}

/** The time of one ticket as its life goes on. */
export class LifeClock {
	at: EpochMs;
	readonly #calendar: CompiledCalendar;

	constructor(at: EpochMs, calendar: CompiledCalendar) {
		this.at = at;
		this.#calendar = calendar;
	}

	/** Lets time pass, by day and by night. */
	pass(ms: number): EpochMs {
		this.at = Math.round(this.at + ms);
		return this.at;
	}

	/** Lets working time pass. */
	work(ms: number): EpochMs {
		const whole = Math.max(1, Math.round(ms));
		this.at = this.#calendar.addOpenMs(this.at, whole) ?? this.at + whole;
		return this.at;
	}
}
