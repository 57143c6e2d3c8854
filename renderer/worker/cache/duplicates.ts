import { DUPLICATE_OF } from "../../../shared/ticket/relations.ts";
import { fieldValue, type Ticket } from "../../../shared/ticket/ticket.ts";

/**
 * Which tickets are duplicates of which, by the slot of the one and the id of the other. In memory only: of
 * tickets that were read as columns it is learned from their rows, once somebody wants to know.
 */
export class Duplicates {
	readonly #byOriginal = new Map<string, Set<number>>();
	readonly #originals = new Map<number, string>();
	/** Slots below were read as columns; of these, those that were noted since. */
	#readBelow = 0;
	readonly #noted = new Set<number>();

	/** The slots of a ticket's duplicates, as far as they are known. */
	of(ticketId: string): readonly number[] {
		return [...(this.#byOriginal.get(ticketId) ?? [])];
	}

	/** What lies below was read as columns. */
	expectBelow(slot: number): void {
		this.#readBelow = slot;
	}

	/** The ticket as it is shown now. */
	note(slot: number, ticket: Ticket): void {
		if (slot < this.#readBelow) this.#noted.add(slot);
		this.#set(slot, ticket);
	}

	/** The ticket as it lies on disk: what was noted since is newer. */
	learn(slot: number, ticket: Ticket): void {
		if (slot < this.#readBelow && !this.#noted.has(slot)) this.#set(slot, ticket);
	}

	remove(slot: number): void {
		if (slot < this.#readBelow) this.#noted.add(slot);
		const before = this.#originals.get(slot);
		if (before === undefined) return;
		this.#originals.delete(slot);
		this.#byOriginal.get(before)?.delete(slot);
	}

	#set(slot: number, ticket: Ticket): void {
		const original = fieldValue(ticket, DUPLICATE_OF);
		if (this.#originals.get(slot) === original) return;
		this.remove(slot);
		if (typeof original !== "string") return;
		this.#originals.set(slot, original);
		const known = this.#byOriginal.get(original);
		if (known) known.add(slot);
		else this.#byOriginal.set(original, new Set([slot]));
	}
}
