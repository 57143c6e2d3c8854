import { type FollowUp, followUpOf } from "../../../shared/ticket/follow-up.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";

/** By row of a segment. */
export type PackedFollowUps = readonly (readonly [row: number, FollowUp])[];

/** Which tickets are to be looked at again, and when, by slot: few tickets have such a time. */
export class FollowUps {
	readonly #bySlot = new Map<number, FollowUp>();

	get(slot: number): FollowUp | null {
		return this.#bySlot.get(slot) ?? null;
	}

	entries(): Iterable<readonly [slot: number, FollowUp]> {
		return this.#bySlot;
	}

	/** The ticket as it is shown now. */
	note(slot: number, ticket: Ticket): void {
		const followUp = followUpOf(ticket);
		if (followUp) this.#bySlot.set(slot, followUp);
		else this.#bySlot.delete(slot);
	}

	remove(slot: number): void {
		this.#bySlot.delete(slot);
	}

	/** Those of some slots, for the disk. */
	pack(slots: readonly number[]): PackedFollowUps {
		return slots.flatMap((slot, row) => {
			const followUp = this.#bySlot.get(slot);
			return followUp ? [[row, followUp] as const] : [];
		});
	}

	/** As they lie on disk, of rows that begin at a slot. */
	unpack(first: number, packed: PackedFollowUps): void {
		for (const [row, followUp] of packed) this.#bySlot.set(first + row, followUp);
	}
}
