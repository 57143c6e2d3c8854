import type { EpochMs } from "../ticket/ticket.ts";
import type { WatchedTicket } from "./watched-ticket.ts";

/** Whom the notices are for. */
export interface NoticeReader {
	readonly personId: string | null;
	readonly teamIds: readonly string[];
}

/** Something that calls for somebody now. */
export interface Notice {
	readonly kind: "p1" | "breach" | "threshold" | "followUp";
	readonly ticketId: string;
	readonly number: string;
	readonly shortDescription: string;
}

/**
 * What to tell a person about, and once only: every new P1; and a breached clock where the ticket is
 * theirs, or nobody's in one of their teams, or a P1. What was so before the watch began is not news.
 */
export class NoticeBook {
	readonly #tickets = new Map<string, WatchedTicket>();
	/** Tickets whose breach was told or was old. */
	readonly #breached = new Set<string>();
	#reader: NoticeReader;

	constructor(reader: NoticeReader) {
		this.#reader = reader;
	}

	setReader(reader: NoticeReader): void {
		this.#reader = reader;
	}

	/** Begins anew with everything that is open: nothing of it is news. */
	begin(tickets: readonly WatchedTicket[], now: EpochMs): void {
		this.#tickets.clear();
		this.#breached.clear();
		for (const ticket of tickets) {
			if (!ticket.isOpen) continue;
			this.#tickets.set(ticket.id, ticket);
			if (isBreached(ticket, now)) this.#breached.add(ticket.id);
		}
	}

	/** Takes in a ticket's new standing; answers what is to be told of it. */
	change(ticket: WatchedTicket, now: EpochMs): Notice | null {
		const before = this.#tickets.get(ticket.id);
		if (!ticket.isOpen) this.remove(ticket.id);
		else this.#tickets.set(ticket.id, ticket);
		const breach = this.#judgeBreach(ticket, now);
		return this.#isNewP1(before, ticket) ? toNotice("p1", ticket) : breach;
	}

	/** As `change`, of one that this book did not know: that it was breached before is no news. */
	meet(ticket: WatchedTicket, now: EpochMs): Notice | null {
		if (isBreached(ticket, now)) this.#breached.add(ticket.id);
		return this.change(ticket, now);
	}

	remove(ticketId: string): void {
		this.#tickets.delete(ticketId);
		this.#breached.delete(ticketId);
	}

	/** What time alone made: clocks that ran out since. */
	tick(now: EpochMs): readonly Notice[] {
		return [...this.#tickets.values()].flatMap((ticket) => this.#judgeBreach(ticket, now) ?? []);
	}

	/** When the next clock runs out; `null` while none runs. */
	nextDueAt(): EpochMs | null {
		let next: EpochMs | null = null;
		for (const { id, dueAt } of this.#tickets.values()) {
			if (dueAt !== null && !this.#breached.has(id) && (next === null || dueAt < next)) next = dueAt;
		}
		return next;
	}

	/** How many tickets call for this person now: the number on the app's icon. */
	attention(): number {
		let count = 0;
		for (const ticket of this.#tickets.values()) {
			if (ticket.isP1 || (this.#breached.has(ticket.id) && this.#isForReader(ticket))) count += 1;
		}
		return count;
	}

	#judgeBreach(ticket: WatchedTicket, now: EpochMs): Notice | null {
		if (!isBreached(ticket, now)) {
			// A clock that was put right (a lower priority, a hold) may run out again.
			this.#breached.delete(ticket.id);
			return null;
		}
		if (this.#breached.has(ticket.id)) return null;
		this.#breached.add(ticket.id);
		return this.#isForReader(ticket) ? toNotice("breach", ticket) : null;
	}

	/** Who opened it themselves knows. */
	#isNewP1(before: WatchedTicket | undefined, after: WatchedTicket): boolean {
		if (!after.isP1 || before?.isP1) return false;
		return before !== undefined || after.openedById === null || after.openedById !== this.#reader.personId;
	}

	#isForReader(ticket: WatchedTicket): boolean {
		const { personId, teamIds } = this.#reader;
		if (ticket.isP1) return true;
		if (ticket.assigneeId !== null) return ticket.assigneeId === personId;
		return ticket.teamId !== null && teamIds.includes(ticket.teamId);
	}
}

function isBreached({ isOpen, dueAt }: WatchedTicket, now: EpochMs): boolean {
	return isOpen && dueAt !== null && dueAt <= now;
}

function toNotice(kind: Notice["kind"], { id, number, shortDescription }: WatchedTicket): Notice {
	return { kind, ticketId: id, number, shortDescription };
}
