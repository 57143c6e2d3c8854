import { HOLD_REASON, INCIDENT_STATE } from "./lifecycles/incident.ts";
import { MAJOR_STATE } from "./lifecycles/major-fields.ts";
import { type EpochMs, fieldValue, type Note, type Ticket } from "./ticket.ts";

const { onHold, resolved, closed } = INCIDENT_STATE;
/** A caller is reminded so often, then no more. */
export const MOST_REMINDERS = 2;

/** Whether the incident waits for its caller. */
export function awaitsCaller({
	kind,
	state,
	holdReason,
}: Pick<Ticket, "kind" | "state" | "holdReason">): boolean {
	return kind === "incident" && state === onHold && holdReason === HOLD_REASON.awaitingCaller;
}

/** Whether a note is the caller's own word, for all to see. */
export function isOfCaller({ callerId }: Ticket, note: Note | null, personId: string | null): boolean {
	return note?.kind === "comment" && personId !== null && personId === callerId;
}

/** Whether the incident is a major one: accepted and not taken back. */
export function isMajor(ticket: Ticket): boolean {
	return ticket.kind === "incident" && fieldValue(ticket, "$majorState") === MAJOR_STATE.accepted;
}

/** What is to be done about a hold whose time has come. */
export type HoldStep = "remind-caller" | "remind-assignee" | "offer-closing";

/**
 * The next thing to be done about an incident on hold, and when. Its caller is reminded at the follow-up
 * time and once more after a pause, and after another closing is offered; for other reasons the assignee is
 * reminded once. What comes late, as after an outage, puts off what follows. `pauseFrom` answers when a pause
 * that begins then is over.
 */
export function nextHoldStep(
	ticket: Ticket,
	pauseFrom: (from: EpochMs) => EpochMs | null,
): { readonly step: HoldStep; readonly at: EpochMs } | null {
	const { kind, state, followUpAt } = ticket;
	if (kind !== "incident" || state !== onHold || followUpAt === null) return null;
	const sent = Number(fieldValue(ticket, "$remindersSent") ?? 0);
	if (!awaitsCaller(ticket)) return sent === 0 ? { step: "remind-assignee", at: followUpAt } : null;
	if (fieldValue(ticket, "$callerSilent") === 1) return null;
	const at = sent === 0 ? followUpAt : pauseFrom(Number(fieldValue(ticket, "$remindedAt") ?? followUpAt));
	if (at === null) return null;
	return { step: sent < MOST_REMINDERS ? "remind-caller" : "offer-closing", at };
}

/** When a resolved incident closes by itself; `null` where it does not. */
export function closesAt(ticket: Ticket, closeAfterHours: number | null): EpochMs | null {
	const isQuiet = ticket.kind === "incident" && ticket.state === resolved && !isMajor(ticket);
	return isQuiet && closeAfterHours !== null ? ticket.updatedAt + closeAfterHours * 3_600_000 : null;
}

export function isClosedIncident({ kind, state }: Ticket): boolean {
	return kind === "incident" && state === closed;
}

/** The children that resolving a parent resolves with it; no major one is resolved by a rule. */
export function isOpenChild(child: Ticket): boolean {
	const { kind, state } = child;
	const isOpen = state !== resolved && state !== closed && state !== INCIDENT_STATE.canceled;
	return kind === "incident" && isOpen && !isMajor(child);
}
