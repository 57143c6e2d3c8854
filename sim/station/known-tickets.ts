import type { TicketColumns } from "../../renderer/worker/cache/ticket-columns.ts";

export interface KnownTicket {
	readonly id: string;
	readonly slot: number;
}

/** Every ticket that has a row in memory, shown or not. */
export function knownTickets(columns: TicketColumns): readonly KnownTicket[] {
	const slots = Array.from({ length: columns.size }, (_, slot) => ({ id: columns.idOf(slot), slot }));
	return slots.filter(({ id }) => id !== "");
}
