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

export const NUMBER_PREFIX: Readonly<Record<TicketKind, string>> = {
	incident: "INC",
	request: "REQ",
	problem: "PRB",
	change: "CHG",
	task: "TASK",
	item: "RITM",
	approval: "APPR",
};

/** `INC0000045` from kind and counter: seven digits, more when they are needed. */
export function formatTicketNumber(kind: TicketKind, counter: number): string {
	return `${NUMBER_PREFIX[kind]}${String(counter).padStart(7, "0")}`;
}
