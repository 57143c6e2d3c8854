/** What lists ask of the data worker, and what they draw. */
import type { NameFilter } from "../../../shared/search/search-filter.ts";
import type { FollowUp } from "../../../shared/ticket/follow-up.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { Level, Priority } from "../../../shared/ticket/priority.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import type { SavedView } from "../../../shared/view/saved-view.ts";

/** Which tickets, in which order. Empty lists and absent fields mean "any". */
export interface ViewQuery {
	readonly kinds: readonly TicketKind[];
	readonly states: readonly number[];
	/** Only tickets that still need work. */
	readonly isOpen: boolean;
	readonly priorities: readonly Priority[];
	readonly teamIds: readonly string[];
	/** Person ids; `me` is the signed-in person, `delegators` those for whom they decide now, `none` is nobody. */
	readonly assigneeIds: readonly string[];
	/** Teams of the signed-in person. */
	readonly isMyTeams: boolean;
	/** Open, and breached or due within a day. */
	readonly isBreachingNext: boolean;
	/** As somebody types a search: see `parseSearch`. */
	readonly text: string;
	readonly order: ViewOrder;
}

export interface ViewOrder {
	readonly by:
		| "number"
		| "priority"
		| "state"
		| "openedAt"
		| "updatedAt"
		| "dueAt"
		| "shortDescription"
		| "team"
		| "assignee"
		| "caller"
		| "handovers";
	readonly isDescending: boolean;
}

/** The rows wanted of a view; at most 200. */
export interface ViewWindow {
	readonly from: number;
	readonly count: number;
}

/** What a list draws of one ticket: base ⊕ pending, names in place of ids. */
export interface QueueRow {
	readonly id: string;
	readonly kind: TicketKind;
	/** A provisional `NEW-3` until the desk has numbered it. */
	readonly number: string;
	readonly shortDescription: string;
	readonly state: number;
	readonly holdReason: number | null;
	readonly sourceState: string | null;
	readonly priority: Priority;
	readonly impact: Level;
	readonly urgency: Level;
	readonly teamId: string | null;
	readonly teamName: string | null;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	readonly callerId: string | null;
	readonly callerName: string | null;
	readonly ciName: string | null;
	readonly serviceName: string | null;
	readonly openedAt: EpochMs;
	readonly updatedAt: EpochMs;
	/** `null` while paused, stopped, or without a clock. */
	readonly dueAt: EpochMs | null;
	readonly isBreached: boolean;
	readonly isClockPaused: boolean;
	/** What is due first is an answer to the caller, not the resolution. */
	readonly isResponseDue: boolean;
	/** A problem whose cause is known, with a way around it but no fix yet. */
	readonly isKnownError: boolean;
	/** What it is to be looked at again for, and when. */
	readonly followUp: FollowUp | null;
	readonly tags: readonly string[];
	/** How often it went from one team to another. */
	readonly handovers: number;
	/** Edits of this ticket that the desk has not taken yet. */
	readonly pendingCount: number;
	readonly needsYou: boolean;
}

export interface ViewRows {
	/** How many tickets match in all. */
	readonly total: number;
	readonly from: number;
	readonly rows: readonly QueueRow[];
	/** Milliseconds the worker took, for measuring. */
	readonly tookMs: number;
	/** False while the cache is still being read or fetched for the first time. */
	readonly isComplete: boolean;
	readonly reading: SearchReading;
}

/** What a typed text was taken for. */
export interface SearchReading {
	/** Words that nothing has, and the likeliest of those one typing error away, for which they stand. */
	readonly near: readonly { readonly word: string; readonly taken: readonly string[] }[];
	/** Names that were asked for, and nobody and nothing is called so. */
	readonly unheard: readonly { readonly name: NameFilter; readonly value: string }[];
	/** The words to mark where they stand, folded. */
	readonly marked: readonly string[];
}

/** Why a ticket was found, beyond the words of its title. */
export type SearchReason =
	| { readonly by: "number" }
	| { readonly by: "caller" | "ci" | "service" | "assignee" | "team"; readonly name: string }
	/** By a word that nothing has: what it was taken for. */
	| { readonly by: "near"; readonly word: string; readonly taken: readonly string[] };

export interface SearchHit {
	readonly row: QueueRow;
	readonly reasons: readonly SearchReason[];
}

/** The best of what was found, the best first. */
export interface SearchFindings {
	/** How many match in all. */
	readonly total: number;
	readonly hits: readonly SearchHit[];
	readonly reading: SearchReading;
}

export interface QueueCounts {
	readonly open: number;
	readonly mine: number;
	readonly myTeams: number;
	readonly unassigned: number;
	/** Open, and breached or due within a day: as many as the view of that name lists. */
	readonly breachingNext: number;
	readonly all: number;
	/** Asked of the signed-in person, or of those for whom they decide now. */
	readonly approvals: number;
	/** Open, and nobody has touched them for a week. */
	readonly ageing: number;
	/** Open, and passed on from team to team twice or more. */
	readonly bounced: number;
	readonly firingAlerts: number;
	readonly checksDown: number;
}

/** A saved view as it stands in somebody's list. */
export interface ListedView {
	readonly view: SavedView;
	/** Of the team that has it, where one has. */
	readonly teamName: string | null;
	readonly editedByName: string | null;
	readonly mayEdit: boolean;
}

/** A ticket before or after another in a view. */
export interface Neighbour {
	readonly id: string;
	readonly number: string;
	/** In the whole view, from 0. */
	readonly place: number;
}

/** Where a ticket stands in a view, and what is around it. */
export interface Neighbours {
	readonly ticketId: string;
	/** From 0; `null` where it is not in the view any more. */
	readonly place: number | null;
	readonly total: number;
	readonly before: Neighbour | null;
	readonly after: Neighbour | null;
}
