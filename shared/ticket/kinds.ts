import {
	BUILT_IN_LIFECYCLES,
	kindAt,
	kindIndex,
	kindOfPrefix,
	prefixOf,
	ticketKinds,
} from "./known-lifecycles.ts";

/** The kinds that every desk has; a desk may add its own: see `ticketKinds`. */
export const TICKET_KINDS = [
	"incident",
	"request",
	"problem",
	"change",
	"task",
	/** One thing of a request. */
	"item",
	/** What one person is asked to allow. */
	"approval",
] as const;
export type BuiltInKind = (typeof TICKET_KINDS)[number];

/** What a kind is called in data: one of those above, or one that the desk has added. */
export type TicketKind = BuiltInKind | (string & Record<never, never>);

/** What numbers begin with; each counts by itself. */
export type NumberSeries = string;

/** A task is called by the kind of what it is a piece of. */
const TASK_PREFIX: Readonly<Partial<Record<TicketKind, NumberSeries>>> = {
	problem: "PTASK",
	change: "CTASK",
	request: "SCTASK",
	item: "SCTASK",
};

/**
 * Those of the kinds come first, in the order of the kinds; what lies on disk in a console's cache depends on
 * the order, so further ones are added at the end.
 */
export const NUMBER_SERIES: readonly NumberSeries[] = [
	...BUILT_IN_LIFECYCLES.map(({ prefix }) => prefix),
	"PTASK",
	"CTASK",
	"SCTASK",
];

/** Also those of the kinds that the desk has added. */
export function numberSeries(): readonly NumberSeries[] {
	return [...new Set([...NUMBER_SERIES, ...ticketKinds().map(prefixOf)])];
}

/** A series as a number: that of its kind where the desk has added it; -1 where it is not known. */
export function seriesIndex(series: NumberSeries): number {
	const builtIn = NUMBER_SERIES.indexOf(series);
	if (builtIn >= 0) return builtIn;
	const kind = kindOfPrefix(series);
	return kind === undefined ? -1 : kindIndex(kind);
}

export function seriesAt(index: number): NumberSeries | undefined {
	const kind = kindAt(index);
	return NUMBER_SERIES[index] ?? (kind === undefined ? undefined : prefixOf(kind));
}

/** The series that a new ticket's number is of. */
export function seriesOf(kind: TicketKind, parentKind: TicketKind | null = null): NumberSeries {
	const own = prefixOf(kind);
	return kind === "task" && parentKind !== null ? (TASK_PREFIX[parentKind] ?? own) : own;
}

/** `INC0000045` from series and counter: seven digits, more when they are needed. */
export function formatNumber(series: NumberSeries, counter: number): string {
	return `${series}${String(counter).padStart(7, "0")}`;
}

/** Likewise, for what is no piece of anything. */
export function formatTicketNumber(kind: TicketKind, counter: number): string {
	return formatNumber(seriesOf(kind), counter);
}
