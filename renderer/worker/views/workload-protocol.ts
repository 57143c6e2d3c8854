import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";

/** Open tickets of one person, or of nobody. */
export interface Load {
	readonly open: number;
	/** P1 and P2. */
	readonly urgent: number;
	readonly onHold: number;
	readonly breached: number;
	/** Not breached, but due within a day. */
	readonly dueSoon: number;
	/** When the oldest of them was opened; infinity where there is none. */
	readonly oldestAt: EpochMs;
}

export interface LoadRow {
	/** `null`: what nobody has. */
	readonly personId: string | null;
	readonly name: string | null;
	/** They may not be given work any more, or never might. */
	readonly isGone: boolean;
	readonly load: Load;
}

/** The whole desk's, or that of one team's tickets. */
export interface WorkloadQuery {
	readonly teamId: string | null;
}

/** Whose tickets, and the days: `bounds` are their beginnings and the end of the last, ascending, 367 at most. */
export interface TrendQuery extends WorkloadQuery {
	/** Empty is any that a queue lists. */
	readonly kinds: readonly TicketKind[];
	readonly bounds: readonly EpochMs[];
}

export interface TrendDay {
	readonly from: EpochMs;
	readonly opened: number;
	/** Resolved, closed or canceled on that day, for the last time. */
	readonly ended: number;
	/** Open when the day was over; today: now. */
	readonly backlog: number;
}

export interface Trend {
	readonly days: readonly TrendDay[];
	/** Open when the first day began. */
	readonly backlogBefore: number;
	/** False while tickets are still being read or fetched. */
	readonly isComplete: boolean;
}
