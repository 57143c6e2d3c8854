import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { OpenGeneration } from "../engine/model.ts";

/** A ticket as it is shown, over what the desk has of it. */
export interface Standing {
	readonly shown: Ticket;
	readonly base: Ticket | null;
}

/** Many tickets as they are shown, in the order asked for; those that are not known here are left out. */
export async function readShown(
	{ cache }: OpenGeneration,
	ticketIds: readonly string[],
): Promise<readonly Standing[]> {
	const bases = await cache.readBases(ticketIds);
	return ticketIds.flatMap((ticketId) => {
		const base = bases.get(ticketId) ?? null;
		const shown = cache.overlay.shownOf(ticketId)?.ticket ?? base;
		return shown ? [{ shown, base }] : [];
	});
}
