import type { Actor, HistoryEntry } from "../../../../shared/api/tickets.ts";
import { applyChange } from "../../../../shared/ticket/apply.ts";
import { creationChanges } from "../../../../shared/ticket/blank.ts";
import type { TicketKind } from "../../../../shared/ticket/kinds.ts";
import { openTicket } from "../../../../shared/ticket/open.ts";
import type { EpochMs, Note, Ticket, TicketPatch } from "../../../../shared/ticket/ticket.ts";

export interface DraftOpening {
	readonly id: string;
	readonly number: string;
	readonly kind: TicketKind;
	readonly set: TicketPatch;
	readonly contactType: string;
	readonly openedById: string;
	readonly at: EpochMs;
}

/** One thing that happens to a ticket. */
export interface DraftStep {
	readonly at: EpochMs;
	/** A person's id; `null` is the desk itself. */
	readonly by: string | null;
	readonly set?: TicketPatch;
	readonly note?: Note;
}

/** A ticket that is being made up, step by step, by the same rules as real ones. What lies in the future has not happened. */
export class TicketDraft {
	readonly history: HistoryEntry[] = [];
	readonly #now: EpochMs;
	#ticket: Ticket;

	constructor(opening: DraftOpening, now: EpochMs) {
		this.#now = now;
		const { opened } = openTicket(opening);
		const named: Ticket = { ...opened, contactType: opening.contactType };
		this.#ticket = named;
		const actor: Actor = { kind: "person", id: opening.openedById };
		this.#record("created", { actor, at: opening.at, changes: creationChanges(this.#ticket), note: null });
	}

	get ticket(): Ticket {
		return this.#ticket;
	}

	step({ at, by, set = {}, note }: DraftStep): void {
		if (at > this.#now) return;
		const act = { isByPerson: by !== null, personId: by, note: note ?? null };
		const { ticket, changes } = applyChange(this.#ticket, set, at, act);
		this.#ticket = ticket;
		const type = Object.keys(changes).length === 0 ? "noted" : "changed";
		const actor: Actor = by === null ? { kind: "system", id: null } : { kind: "person", id: by };
		this.#record(type, { actor, at, changes, note: note ?? null });
	}

	#record(
		type: HistoryEntry["type"],
		entry: {
			readonly actor: Actor;
			readonly at: EpochMs;
			readonly changes: ReturnType<typeof creationChanges>;
			readonly note: Note | null;
		},
	): void {
		const { id, revision } = this.#ticket;
		this.history.push({
			id: `${id}:${revision}`,
			ticketId: id,
			revision,
			type,
			actor: entry.actor,
			occurredAt: entry.at,
			recordedAt: entry.at,
			// Recorded fields are text, number or nothing.
			changes: entry.changes as HistoryEntry["changes"],
			note: entry.note,
			intentId: null,
			alertId: null,
		});
	}
}
