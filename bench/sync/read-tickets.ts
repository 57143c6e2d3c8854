import { type ChangePage, changePageSchema } from "../../shared/api/changes.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";

/** As many as the data worker asks for at a time. */
const PAGE_CHANGES = 750;

/** All tickets as the desk serves them to a console that has none yet, page by page: a million fit in no array. */
export async function* readTickets(deskUrl: string): AsyncGenerator<readonly Ticket[]> {
	for (let since = 0, hasMore = true; hasMore; ) {
		const page = await readPage(deskUrl, since);
		const tickets = page.changes.flatMap((change) =>
			change.kind === "ticket" && "row" in change ? [change.row] : [],
		);
		if (tickets.length > 0) yield tickets;
		({ next: since, hasMore } = page);
	}
}

async function readPage(deskUrl: string, since: number): Promise<ChangePage> {
	const response = await fetch(`${deskUrl}/api/changes?since=${since}&limit=${PAGE_CHANGES}`);
	return changePageSchema.parse(await response.json());
}
