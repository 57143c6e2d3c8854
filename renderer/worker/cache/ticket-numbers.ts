import { writtenNumber } from "./number-key.ts";

/** Ticket numbers by slot: written from their key; only those of another form are kept as text. */
export class TicketNumbers {
	readonly #others = new Map<number, string>();

	get(slot: number, key: number): string {
		return this.#others.get(slot) ?? writtenNumber(key);
	}

	set(slot: number, { number, key }: { readonly number: string; readonly key: number }): void {
		if (number === writtenNumber(key)) this.#others.delete(slot);
		else this.#others.set(slot, number);
	}

	remove(slot: number): void {
		this.#others.delete(slot);
	}

	/** Slots whose number is of another form and reads so. */
	find(number: string): readonly number[] {
		return [...this.#others].filter(([, other]) => other === number).map(([slot]) => slot);
	}

	/** What is of another form, by row: for the disk. */
	othersOf(slots: readonly number[]): readonly (readonly [number, string])[] {
		return slots.flatMap((slot, row) => {
			const other = this.#others.get(slot);
			return other === undefined ? [] : [[row, other] as const];
		});
	}

	setOthers(first: number, others: readonly (readonly [number, string])[]): void {
		for (const [row, number] of others) this.#others.set(first + row, number);
	}
}
