/** What the page of one ticket is given: the ticket with its edits, what belongs to it, who approves. */
import type { Alert } from "../../../shared/api/alerts.ts";
import type { Intent } from "../../../shared/api/intents.ts";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import type { ApprovalRule, StageVerdict } from "../../../shared/approval/judge-stage.ts";
import type { Refusal } from "../../../shared/result.ts";
import type { TeamSuggestion } from "../../../shared/similar/suggest-team.ts";
import type { Clock } from "../../../shared/sla/clock.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { FieldConflict } from "../../../shared/ticket/merge.ts";
import type { EpochMs, Ticket } from "../../../shared/ticket/ticket.ts";
import type { SimilarQuestion } from "../similar/similar-tickets.ts";
import type { QueueRow } from "../views/view-protocol.ts";

/** How a ticket was solved; of a problem that is not, the way around it. */
export interface Solution {
	readonly closeCode: string | null;
	readonly notes: string;
	readonly isWorkaround: boolean;
}

/** Tickets like one, with the question that it answers. */
export interface SimilarView extends SimilarQuestion {
	/** The most similar first. */
	readonly tickets: readonly { readonly row: QueueRow; readonly solution: Solution | null }[];
	/** Which team similar tickets suggest; `null` where they say too little. */
	readonly team: (TeamSuggestion & { readonly name: string }) | null;
}

/** One intent as the screen shows it. */
export interface PendingIntent {
	readonly intent: Intent;
	readonly ticketNumber: string;
	readonly ticketKind: TicketKind;
	readonly shortDescription: string;
	/** Of all people, teams and CIs that it speaks of. */
	readonly names: Readonly<Record<string, string>>;
	readonly state: "queued" | "sending" | "waiting" | "needs-you";
	/** Why it waits or needs a person. */
	readonly reason: Refusal | null;
	/** Where both sides changed the same. */
	readonly conflict: {
		readonly fields: readonly FieldConflict[];
		readonly byPersonId: string | null;
		readonly byName: string | null;
		readonly at: EpochMs;
	} | null;
	readonly queuedAt: EpochMs;
	readonly attempts: number;
	/** How much of its files the desk has, 0–1; absent where none are on their way. */
	readonly upload?: number;
}

/** The tickets around one: what it is a piece of, its pieces, what it causes, and what is the same as it. */
export interface Relatives {
	readonly parent: QueueRow | null;
	readonly problem: QueueRow | null;
	/** Which stands for both. */
	readonly original: QueueRow | null;
	/** Those for which it stands. */
	readonly duplicates: readonly QueueRow[];
	/** In the order in which they were opened. */
	readonly parts: readonly QueueRow[];
	readonly caused: readonly QueueRow[];
}

/** One approval, as the page of what it is about shows it. */
export interface ApprovalRow {
	readonly id: string;
	readonly number: string;
	readonly state: number;
	readonly assigneeName: string | null;
	/** Who decided, where that was not who was asked. */
	readonly decidedByName: string | null;
	readonly decidedAt: EpochMs | null;
	readonly reason: string | null;
}

/** Approvals that are asked together. */
export interface StageRow {
	readonly stage: number;
	readonly name: string;
	readonly rule: ApprovalRule;
	readonly version: number;
	/** `dropped`: taken back, or not asked any more. */
	readonly verdict: StageVerdict | "dropped";
	readonly approvals: readonly ApprovalRow[];
}

/** Everything that was asked about one ticket; of an approval, about what it is asked about. */
export interface ApprovalsView {
	/** What is to be approved; `null` where it is not known here. */
	readonly parent: Ticket | null;
	/** In the order in which they are asked. */
	readonly stages: readonly StageRow[];
	/** Of an approval: why the signed-in person may not decide it; else `null`. */
	readonly refusal: Refusal | null;
	/** Names of the people, teams and CIs that the parent names. */
	readonly names: Readonly<Record<string, string>>;
}

/** Major incidents that are not over, and what is proposed as one. */
export interface Majors {
	readonly accepted: readonly QueueRow[];
	readonly proposed: readonly QueueRow[];
}

/** A ticket as the page shows it, with everything known about it. */
export interface TicketView {
	readonly ticket: Ticket;
	readonly row: QueueRow;
	/** Of each policy the present one, then those that were replaced. */
	readonly clocks: readonly Clock[];
	/** Oldest first; entries of pending intents come last, marked in `pending`. */
	readonly history: readonly HistoryEntry[];
	/** `partial`: offline and never opened before: only what the cache has. */
	readonly historyState: "loading" | "complete" | "partial";
	readonly pending: readonly PendingIntent[];
	/** Files of the history that can be read without the desk. */
	readonly heldFileIds: readonly string[];
	readonly alerts: readonly Alert[];
	/** Names of all people, teams and CIs that the ticket and its history mention. */
	readonly names: Readonly<Record<string, string>>;
}
