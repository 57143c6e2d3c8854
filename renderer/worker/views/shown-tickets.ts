import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { TicketCache } from "../cache/ticket-cache.ts";

/**
 * What columns don't hold, of the tickets themselves as shown: read from disk once each until it changes,
 * and of that only what is wanted is kept.
 */
export class ShownTickets<Kept> {
	readonly #cache: TicketCache;
	readonly #keep: (ticket: Ticket) => Kept;
	/** By ticket, with the revision of the base that it was read from. */
	readonly #read = new Map<string, { readonly revision: number; readonly kept: Kept }>();

	constructor(cache: TicketCache, keep: (ticket: Ticket) => Kept) {
		this.#cache = cache;
		this.#keep = keep;
	}

	/** As they lie on disk, so that each segment is read once. */
	inOrder(slots: readonly number[]): readonly number[] {
		const { columns } = this.#cache;
		return [...slots].sort((one, other) => columns.positionOf(one) - columns.positionOf(other));
	}

	async at(slot: number): Promise<Kept | null> {
		const { columns, overlay } = this.#cache;
		const ticketId = columns.idOf(slot);
		const shown = overlay.shownOf(ticketId);
		if (shown) return this.#keep(shown.ticket);
		const revision = columns.data.revision[slot] ?? 0;
		const known = this.#read.get(ticketId);
		if (known?.revision === revision) return known.kept;
		const ticket = await this.#cache.readBase(ticketId);
		if (!ticket) return null;
		const kept = this.#keep(ticket);
		this.#read.set(ticketId, { revision, kept });
		return kept;
	}
}
