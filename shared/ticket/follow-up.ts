import { awaitsCaller } from "./incident-rules.ts";
import { findState, isOpenState } from "./lifecycle.ts";
import { MAJOR_STATE } from "./lifecycles/major-fields.ts";
import type { DeclaredFields, EpochMs, Ticket } from "./ticket.ts";

/**
 * What somebody is to look at again: a hold whose time has come, a caller who answered neither reminder and may
 * be taken for served, or the next word on a major incident.
 */
export interface FollowUp {
	readonly what: "follow-up" | "closing" | "update";
	readonly at: EpochMs;
}

/** As much of a ticket as says when to look at it again. */
export type FollowUpSubject = Pick<Ticket, "kind" | "state" | "holdReason" | "followUpAt" | "resolvedAt"> &
	DeclaredFields;

/** What comes within so long is listed already. */
export const FOLLOW_UP_WITHIN_MS = 4 * 3_600_000;

/** The first thing that a ticket is to be looked at for, however long past; `null` where there is none. */
export function followUpOf(ticket: FollowUpSubject): FollowUp | null {
	const [hold, update] = [followUpOfHold(ticket), nextUpdateOf(ticket)];
	if (!hold || !update) return hold ?? update;
	return update.at < hold.at ? update : hold;
}

/** Between the first reminder and the offer to close it the desk itself asks the caller: nobody else need. */
function followUpOfHold(ticket: FollowUpSubject): FollowUp | null {
	const { kind, state, followUpAt } = ticket;
	if (followUpAt === null || findState(kind, state)?.phase !== "hold") return null;
	if (!awaitsCaller(ticket) || Number(ticket.$remindersSent ?? 0) === 0)
		return { what: "follow-up", at: followUpAt };
	if (ticket.$callerSilent !== 1) return null;
	return { what: "closing", at: Number(ticket.$remindedAt ?? followUpAt) };
}

function nextUpdateOf(ticket: FollowUpSubject): FollowUp | null {
	const at = ticket.$nextUpdateAt;
	const isMajor = ticket.kind === "incident" && ticket.$majorState === MAJOR_STATE.accepted;
	if (!isMajor || typeof at !== "number" || ticket.resolvedAt !== null) return null;
	return isOpenState(ticket.kind, ticket.state) ? { what: "update", at } : null;
}
