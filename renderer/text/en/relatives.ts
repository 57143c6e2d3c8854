import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { formatNumber } from "../plural.ts";

/** Several of a kind, as pieces of a ticket. */
const PIECES = {
	incident: "Child incidents",
	request: "Requests",
	problem: "Problems",
	change: "Changes",
	task: "Tasks",
	item: "Requested items",
	approval: "Approvals",
} satisfies Record<TicketKind, string>;

/** Several of a kind that a problem causes. */
const CAUSED = {
	...PIECES,
	incident: "Incidents it causes",
	change: "Changes for it",
} satisfies Record<TicketKind, string>;

export const relativesText = {
	label: "Related tickets",
	parent: "Part of",
	problem: "Caused by the problem",
	pieces: (kind: TicketKind) => PIECES[kind],
	caused: (kind: TicketKind) => CAUSED[kind],
	heading: (name: string, count: number) => (count > 1 ? `${name} (${formatNumber(count)})` : name),
	showAll: (name: string, count: number) => `Show all ${formatNumber(count)}: ${name.toLowerCase()}`,
	nobody: "Nobody",
} as const;
