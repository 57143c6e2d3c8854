import type { OutboxEntry } from "../storage/outbox-store.ts";

/**
 * Entries by ticket, in their order. Only the tickets between the first and the last entry that changed
 * are grouped anew: one more edit must not cost what thousands before it did.
 */
export class LaneIndex {
	#entries: readonly OutboxEntry[] = [];
	readonly #lanes = new Map<string, readonly OutboxEntry[]>();

	/** The lanes of these entries; entries are never edited in place. */
	take(entries: readonly OutboxEntry[]): ReadonlyMap<string, readonly OutboxEntry[]> {
		const touched = changedTickets(this.#entries, entries);
		this.#entries = entries;
		if (touched.size === 0) return this.#lanes;
		for (const ticketId of touched) this.#lanes.delete(ticketId);
		const changed = entries.filter(({ intent }) => touched.has(intent.ticketId));
		for (const [ticketId, lane] of Map.groupBy(changed, ({ intent }) => intent.ticketId))
			this.#lanes.set(ticketId, lane);
		return this.#lanes;
	}
}

/** Tickets of all entries that do not stand at the same place from the front or from the back. */
function changedTickets(before: readonly OutboxEntry[], after: readonly OutboxEntry[]): ReadonlySet<string> {
	const shorter = Math.min(before.length, after.length);
	let front = 0;
	while (front < shorter && before[front] === after[front]) front += 1;
	let back = 0;
	while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back])
		back += 1;
	const changed = [...before.slice(front, before.length - back), ...after.slice(front, after.length - back)];
	return new Set(changed.map(({ intent }) => intent.ticketId));
}
