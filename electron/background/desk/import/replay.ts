import { LIMITS } from "../../../../shared/api/common.ts";
import type { Actor, HistoryEntry } from "../../../../shared/api/tickets.ts";
import { differences } from "../../../../shared/ticket/apply.ts";
import { blankTicket, creationChanges } from "../../../../shared/ticket/blank.ts";
import { foldEntry } from "../../../../shared/ticket/fold.ts";
import { findState } from "../../../../shared/ticket/lifecycle.ts";
import type { EpochMs, Ticket } from "../../../../shared/ticket/ticket.ts";
import type { LogEvent, LoggedEnd } from "./log-event.ts";
import { importedEntryId, incidentIdOf, nameLogged } from "./log-names.ts";

/** An incident with everything the log says happened to it. */
export interface ReplayedIncident {
	readonly ticket: Ticket;
	/** One entry for each line, in the log's order. */
	readonly history: readonly HistoryEntry[];
}

/** Replays the lines of one incident, in the log's order. Pure: the same lines make the same incident. */
export function replayIncident(events: readonly LogEvent[], recordedAt: EpochMs): ReplayedIncident {
	const number = events[0]?.number ?? "";
	let ticket = blankTicket(incidentIdOf(number), "incident", number);
	const history: HistoryEntry[] = [];
	for (const event of events) {
		const next = standingAfter(ticket, event);
		const changes = ticket.revision === 0 ? creationChanges(next) : differences(ticket, next);
		const actor = actorOf(event);
		ticket = foldEntry(ticket, { occurredAt: event.updatedAt, changes, actor, note: null });
		history.push({
			id: importedEntryId(ticket.id, ticket.revision),
			ticketId: ticket.id,
			revision: ticket.revision,
			type: ticket.revision === 1 ? "created" : "changed",
			actor,
			occurredAt: event.updatedAt,
			recordedAt,
			changes,
			note: null,
			intentId: null,
			alertId: null,
		});
	}
	return { ticket, history };
}

function actorOf({ updatedBy }: LogEvent): Actor {
	return updatedBy === null
		? { kind: "import", id: null }
		: { kind: "person", id: nameLogged("updater", updatedBy).id };
}

function standingAfter(before: Ticket, event: LogEvent): Ticket {
	const { state, holdReason, sourceState } = event.state ?? before;
	const ending = endingAfter(before, state, event);
	return {
		...before,
		state,
		holdReason,
		sourceState,
		impact: event.impact,
		urgency: event.urgency,
		priority: event.priority,
		teamId: idOf("team", event.team),
		assigneeId: idOf("assignee", event.assignee),
		callerId: idOf("caller", event.caller),
		openedById: idOf("opener", event.openedBy),
		openedAt: event.openedAt,
		ciId: idOf("ci", event.ci),
		category: label("Category", event.category),
		subcategory: label("Subcategory", event.subcategory),
		contactType: event.contactType,
		reopenCount: event.reopenCount,
		shortDescription: describeShortly(event),
		description: describeAtLength(event, ending.resolvedBy),
		resolvedAt: ending.resolvedAt,
		closedAt: ending.closedAt,
		closeCode: ending.closedCode,
	};
}

/**
 * What is known of the end after this line. The log repeats the last end on every line: it counts from
 * its own moment on, and only while the incident is over; an earlier end, later reopened, is the time
 * at which the state was entered, and nothing is known of its code.
 */
function endingAfter(before: Ticket, state: number, { updatedAt, end }: LogEvent): LoggedEnd {
	const phase = findState("incident", state)?.phase;
	const isEnded = phase === "closed" || phase === "canceled";
	if (phase !== "resolved" && !isEnded) {
		return { resolvedAt: null, resolvedBy: null, closedAt: null, closedCode: null };
	}
	const wasOver = before.resolvedAt !== null || before.closedAt !== null;
	const isLastEnd = hasHappened(end.resolvedAt ?? end.closedAt, updatedAt);
	const enteredAt = phase === "resolved" && !wasOver ? updatedAt : before.resolvedAt;
	return {
		resolvedAt: hasHappened(end.resolvedAt, updatedAt) ? end.resolvedAt : enteredAt,
		resolvedBy: isLastEnd ? end.resolvedBy : null,
		closedAt: isEnded ? closedAtOf(before, updatedAt, end) : null,
		closedCode: isLastEnd ? end.closedCode : null,
	};
}

function closedAtOf(before: Ticket, updatedAt: EpochMs, end: LoggedEnd): EpochMs {
	if (end.closedAt !== null && hasHappened(end.closedAt, updatedAt)) return end.closedAt;
	return before.closedAt ?? updatedAt;
}

function hasHappened(at: EpochMs | null, now: EpochMs): boolean {
	return at !== null && at <= now;
}

function idOf(role: Parameters<typeof nameLogged>[0], value: string | null): string | null {
	return value === null ? null : nameLogged(role, value).id;
}

/** `Category 55` where the log has only a number. */
function label(word: string, value: string | null): string | null {
	return value !== null && /^\d+$/.test(value) ? `${word} ${value}` : value;
}

/** The log's own words, or what is known of the subject. */
function describeShortly(event: LogEvent): string {
	const subject = [
		label("Category", event.category),
		label("Subcategory", event.subcategory),
		label("Symptom", event.symptom),
	].filter((part) => part !== null);
	const text = event.shortDescription ?? (subject.join(" · ") || event.number);
	return text.replace(/\s+/g, " ").slice(0, LIMITS.shortDescription);
}

function describeAtLength(event: LogEvent, resolvedBy: string | null): string {
	const facts = [event.facts, resolvedBy === null ? "" : `Resolved by: ${label("Resolver", resolvedBy)}`];
	const known = facts.filter((fact) => fact !== "").join("\n");
	return [event.description ?? "", known]
		.filter((part) => part !== "")
		.join("\n\n")
		.slice(0, LIMITS.description);
}
