import type { AutomaticReason } from "./automatic.ts";

/** Why a message waits for somebody to decide. */
export const QUEUE_REASONS = [
	"unknown-sender",
	"shared-address",
	"no-ticket",
	"automatic",
	"loop",
	"flood",
	"bounce",
	"too-large",
	"unreadable",
	"refused",
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** What is known of a message when it is decided what becomes of it. */
export interface IncomingFacts {
	readonly automatic: AutomaticReason | null;
	/** It came from this desk itself. */
	readonly isLoop: boolean;
	/** Its sender has written more than a person does. */
	readonly isFlood: boolean;
	/** A report of delivery, and the message of ours that it speaks of. */
	readonly bounce: { readonly isFinal: boolean; readonly outgoingId: string | null } | null;
	/** Everybody active who has its address. */
	readonly senderIds: readonly string[];
	readonly ticket: { readonly id: string; readonly callerId: string | null } | null;
	/** Whether known people open incidents by mail. */
	readonly opensIncidents: boolean;
}

/** What becomes of a message. */
export type Verdict =
	/** What we sent was not delivered: the ticket says so. */
	| { readonly act: "bounce"; readonly outgoingId: string }
	/** Kept on its ticket, without any effect. */
	| { readonly act: "note"; readonly ticketId: string; readonly because: AutomaticReason | "delayed" }
	| { readonly act: "comment"; readonly ticketId: string; readonly personId: string }
	| { readonly act: "open"; readonly personId: string }
	| { readonly act: "queue"; readonly reason: QueueReason; readonly ticketId: string | null };

/**
 * Decides what becomes of a message. Whatever is not certain waits for a person, and whatever a program wrote
 * moves nothing: it neither resumes a hold nor opens an incident nor is answered.
 */
export function judgeIncoming(facts: IncomingFacts): Verdict {
	const { ticket, senderIds, automatic, bounce } = facts;
	const ticketId = ticket?.id ?? null;
	if (facts.isLoop) return { act: "queue", reason: "loop", ticketId };
	if (bounce) return judgeBounce(bounce, ticketId);
	if (facts.isFlood) return { act: "queue", reason: "flood", ticketId };
	if (automatic)
		return ticketId === null
			? { act: "queue", reason: "automatic", ticketId }
			: { act: "note", ticketId, because: automatic };
	const personId = findSender(senderIds, ticket?.callerId ?? null);
	if (personId === null)
		return {
			act: "queue",
			reason: senderIds.length === 0 ? "unknown-sender" : "shared-address",
			ticketId,
		};
	if (ticketId !== null) return { act: "comment", ticketId, personId };
	if (facts.opensIncidents) return { act: "open", personId };
	return { act: "queue", reason: "no-ticket", ticketId };
}

function judgeBounce(bounce: NonNullable<IncomingFacts["bounce"]>, ticketId: string | null): Verdict {
	const { outgoingId, isFinal } = bounce;
	if (isFinal && outgoingId !== null) return { act: "bounce", outgoingId };
	if (!isFinal && ticketId !== null) return { act: "note", ticketId, because: "delayed" };
	return { act: "queue", reason: "bounce", ticketId };
}

/** Who wrote: of several with one address, the ticket’s caller; nobody is guessed. */
function findSender(senderIds: readonly string[], callerId: string | null): string | null {
	if (callerId !== null && senderIds.includes(callerId)) return callerId;
	return senderIds.length === 1 ? (senderIds[0] ?? null) : null;
}
