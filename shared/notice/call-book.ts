import type { EpochMs } from "../ticket/ticket.ts";
import type { Notice, NoticeReader } from "./notice-book.ts";
import type { WatchedCall, WatchedTicket } from "./watched-ticket.ts";

/**
 * Which thresholds of clocks and which follow-ups call for a person: each once, and none that was past before
 * the watch began.
 */
export class CallBook {
	readonly #tickets = new Map<string, WatchedTicket>();
	readonly #told = new Set<string>();
	#reader: NoticeReader = { personId: null, teamIds: [] };

	setReader(reader: NoticeReader): void {
		this.#reader = reader;
	}

	begin(tickets: readonly WatchedTicket[], now: EpochMs): void {
		this.#tickets.clear();
		this.#told.clear();
		for (const ticket of tickets) this.meet(ticket, now);
	}

	/** As `change`, of one that this book did not know: what is past is no news. */
	meet(ticket: WatchedTicket, now: EpochMs): void {
		this.change(ticket);
		for (const call of ticket.calls) if (call.at <= now) this.#told.add(keyOf(ticket, call));
	}

	change(ticket: WatchedTicket): void {
		if (ticket.isOpen && ticket.calls.length > 0) this.#tickets.set(ticket.id, ticket);
		else this.#tickets.delete(ticket.id);
	}

	remove(ticketId: string): void {
		this.#tickets.delete(ticketId);
	}

	/** What was passed by now and not told yet; of one ticket one of each kind. */
	tick(now: EpochMs): readonly Notice[] {
		return [...this.#tickets.values()].flatMap((ticket) => {
			const passed = ticket.calls.filter((call) => call.at <= now && !this.#told.has(keyOf(ticket, call)));
			for (const call of passed) this.#told.add(keyOf(ticket, call));
			const kinds = new Set(passed.filter((call) => this.#isFor(ticket, call)).map(({ kind }) => kind));
			const { id: ticketId, number, shortDescription } = ticket;
			return [...kinds].map((kind) => ({ kind, ticketId, number, shortDescription }));
		});
	}

	/** When the next one is passed; `null` where none is ahead. */
	nextAt(): EpochMs | null {
		let next: EpochMs | null = null;
		for (const ticket of this.#tickets.values()) {
			for (const call of ticket.calls) {
				if (!this.#told.has(keyOf(ticket, call)) && (next === null || call.at < next)) next = call.at;
			}
		}
		return next;
	}

	#isFor({ assigneeId, teamId }: WatchedTicket, { to }: WatchedCall): boolean {
		const { personId, teamIds } = this.#reader;
		if (to === "assignee" && assigneeId !== null) return assigneeId === personId;
		return teamId !== null && teamIds.includes(teamId);
	}
}

function keyOf({ id }: WatchedTicket, { kind, key }: WatchedCall): string {
	return `${id} ${kind} ${key}`;
}
