import { type FollowUp, followUpOf } from "../../../shared/ticket/follow-up.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";

/**
 * Which tickets are to be looked at again, and when, by slot. Beside the columns and in memory only: few tickets
 * have such a time, and what lies on disk need not change for it. Of tickets that were read as columns it is
 * learned from their rows, in leisure.
 */
export class FollowUps {
	readonly #bySlot = new Map<number, FollowUp>();
	readonly #unread = new Set<number>();

	get(slot: number): FollowUp | null {
		return this.#bySlot.get(slot) ?? null;
	}

	entries(): Iterable<readonly [slot: number, FollowUp]> {
		return this.#bySlot;
	}

	/** The ticket as it is shown now. */
	note(slot: number, ticket: Ticket): void {
		this.#unread.delete(slot);
		const followUp = followUpOf(ticket);
		if (followUp) this.#bySlot.set(slot, followUp);
		else this.#bySlot.delete(slot);
	}

	remove(slot: number): void {
		this.#unread.delete(slot);
		this.#bySlot.delete(slot);
	}

	/** Its row on disk may say when. */
	expect(slot: number): void {
		this.#unread.add(slot);
	}

	/** Nothing newer was noted since it was read from disk. */
	isUnread(slot: number): boolean {
		return this.#unread.has(slot);
	}

	unread(): readonly number[] {
		return [...this.#unread];
	}
}
