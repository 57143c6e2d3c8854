import type { Note, Ticket } from "./ticket.ts";

/** Who did something to a ticket, and what was said with it: as much of it as clocks look at. */
export interface Act {
	/** False for rules and for the desk itself. */
	readonly isByPerson: boolean;
	/** `null` where an imported history does not name them. */
	readonly personId: string | null;
	readonly note: Note | null;
}

/** What nobody did: a rule, or the desk itself. */
export const BY_ITSELF: Act = { isByPerson: false, personId: null, note: null };

/** Whom a history entry names, as far as clocks care. */
export function actOf(entry: {
	readonly actor: { readonly kind: "person" | "rule" | "import" | "system"; readonly id: string | null };
	readonly note: Note | null;
}): Act {
	const { kind, id } = entry.actor;
	// An imported line without a name was somebody's work all the same: it fires no rule.
	return { isByPerson: kind === "person" || kind === "import", personId: id, note: entry.note };
}

/**
 * Whether this is an answer to the caller, unless there was one before: a person moves the ticket on, out of
 * its first state or from where a rule had put it, or says something in public. Assignment is none, whoever
 * does it, and neither are the caller's own words.
 */
export function isResponse(
	from: Pick<Ticket, "state">,
	to: Pick<Ticket, "state" | "callerId">,
	act: Act,
): boolean {
	if (!act.isByPerson) return false;
	if (from.state !== to.state) return true;
	return act.note?.kind === "comment" && (act.personId === null || act.personId !== to.callerId);
}
