import type { BuiltInKind, TicketKind } from "../../../shared/ticket/kinds.ts";
import { lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
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
} satisfies Record<BuiltInKind, string>;

/** Several of a kind that a problem causes. */
const CAUSED = {
	...PIECES,
	incident: "Incidents it causes",
	change: "Changes for it",
} satisfies Record<BuiltInKind, string>;

/** A kind that the desk has added is called as it says. */
function nameAmong(names: Readonly<Record<string, string>>, kind: TicketKind): string {
	return names[kind] ?? lifecycleOf(kind).plural;
}

export const relativesText = {
	label: "Related tickets",
	parent: "Part of",
	problem: "Caused by the problem",
	original: "Duplicate of",
	duplicates: "Duplicates of this",
	pieces: (kind: TicketKind) => nameAmong(PIECES, kind),
	caused: (kind: TicketKind) => nameAmong(CAUSED, kind),
	heading: (name: string, count: number) => (count > 1 ? `${name} (${formatNumber(count)})` : name),
	showAll: (name: string, count: number) => `Show all ${formatNumber(count)}: ${name.toLowerCase()}`,
	splitFrom: "Split from",
	nobody: "Nobody",
} as const;
