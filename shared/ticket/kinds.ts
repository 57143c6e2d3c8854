/** The ticket kinds of the field and the prefixes of their numbers. */
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
export type TicketKind = (typeof TICKET_KINDS)[number];

export const NUMBER_PREFIX = {
	incident: "INC",
	request: "REQ",
	problem: "PRB",
	change: "CHG",
	task: "TASK",
	item: "RITM",
	approval: "APPR",
} as const satisfies Readonly<Record<TicketKind, string>>;

/** A task is called by the kind of what it is a piece of. */
const TASK_PREFIX = {
	problem: "PTASK",
	change: "CTASK",
	request: "SCTASK",
	item: "SCTASK",
} as const satisfies Partial<Record<TicketKind, string>>;

/**
 * Each counts by itself. Those of the kinds come first, in the order of the kinds; what lies on disk in a
 * console's cache depends on the order, so further ones are added at the end.
 */
export const NUMBER_SERIES = [
	...TICKET_KINDS.map((kind) => NUMBER_PREFIX[kind]),
	"PTASK",
	"CTASK",
	"SCTASK",
] as const;
export type NumberSeries = (typeof NUMBER_SERIES)[number];

/** The series that a new ticket's number is of. */
export function seriesOf(kind: TicketKind, parentKind: TicketKind | null = null): NumberSeries {
	const own: NumberSeries = NUMBER_PREFIX[kind];
	if (kind !== "task" || parentKind === null) return own;
	return parentKind in TASK_PREFIX ? TASK_PREFIX[parentKind as keyof typeof TASK_PREFIX] : own;
}

/** `INC0000045` from series and counter: seven digits, more when they are needed. */
export function formatNumber(series: NumberSeries, counter: number): string {
	return `${series}${String(counter).padStart(7, "0")}`;
}

/** Likewise, for what is no piece of anything. */
export function formatTicketNumber(kind: TicketKind, counter: number): string {
	return formatNumber(seriesOf(kind), counter);
}
