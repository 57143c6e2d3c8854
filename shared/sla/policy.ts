import type { TicketKind } from "../ticket/kinds.ts";
import type { Priority } from "../ticket/priority.ts";
import type { CalendarRecord } from "./calendar.ts";
import type { Recalculation } from "./recalculation.ts";
import type { Version } from "./versions.ts";

/** Who is promised: the customer (SLA), another team of ours (OLA), or we by a supplier (UC). */
export const PARTIES = ["sla", "ola", "uc"] as const;
export type Party = (typeof PARTIES)[number];

/** `response` stops at the first human answer and never pauses; `resolution` stops at Resolved. */
export const MEASURES = ["response", "resolution"] as const;
export type Measure = (typeof MEASURES)[number];

/** What one priority is promised. A day is as many minutes as the calendar says. */
export interface ClockTarget {
	readonly priority: Priority;
	readonly amount: number;
	readonly unit: "minute" | "hour" | "day";
	/** `null` counts around the clock. */
	readonly calendarId: string | null;
}

/** What the desk does by itself at a threshold, once for each ticket. */
export type ThresholdAction =
	/** A work note that names whom it is for. */
	| { readonly kind: "notify"; readonly to: "assignee" | "team" }
	| { readonly kind: "reassign"; readonly teamId: string }
	/** Urgency one step up, unless a person has set it since the ticket was opened. */
	| { readonly kind: "raise" };

export interface Threshold {
	/** Of the target; may be past 100. */
	readonly percent: number;
	readonly actions: readonly ThresholdAction[];
}

/** What a policy says, without which version of it. */
export interface ClockPolicy {
	readonly name: string;
	/** A policy that is switched off promises nothing from its date on. */
	readonly isActive: boolean;
	readonly kinds: readonly TicketKind[];
	/** It counts only while one of these teams has the ticket; none is any. */
	readonly teamIds: readonly string[];
	readonly targets: readonly ClockTarget[];
	/** Hold reasons that pause it; of a response clock there are none. */
	readonly pausedBy: readonly number[];
	/** Whether a reopened ticket goes on with its clock, or begins another. */
	readonly onReopen: "resume" | "reset";
	readonly thresholds: readonly Threshold[];
	/** Who promises it, where that is a supplier: of an underpinning contract (UC), and of nothing else. */
	readonly supplier?: string;
}

export interface PolicyVersion extends ClockPolicy, Version {}

/** A promise with all its versions, oldest first, at least one. */
export interface PolicyRecord {
	readonly id: string;
	readonly party: Party;
	readonly measure: Measure;
	readonly versions: readonly PolicyVersion[];
	/** In the order in which they were made; absent where there was none. */
	readonly recalculations?: readonly Recalculation[];
}

/** Everything that clocks depend on besides a ticket's own track. */
export interface Definitions {
	readonly calendars: readonly CalendarRecord[];
	readonly policies: readonly PolicyRecord[];
}
