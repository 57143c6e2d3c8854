import { type ChangePage, changePageSchema } from "../../shared/api/changes.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";

/** As many as the data worker asks for at a time. */
const PAGE_CHANGES = 750;

/** All tickets as the desk serves them to a console that has none yet, page by page. */
export async function readTickets(deskUrl: string): Promise<readonly (readonly Ticket[])[]> {
	const pages: (readonly Ticket[])[] = [];
	for (let since = 0, hasMore = true; hasMore; ) {
		const page = await readPage(deskUrl, since);
		const tickets = page.changes.flatMap((change) =>
			change.kind === "ticket" && "row" in change ? [change.row] : [],
		);
		if (tickets.length > 0) pages.push(tickets);
		({ next: since, hasMore } = page);
	}
	return pages;
}

async function readPage(deskUrl: string, since: number): Promise<ChangePage> {
	const response = await fetch(`${deskUrl}/api/changes?since=${since}&limit=${PAGE_CHANGES}`);
	return changePageSchema.parse(await response.json());
}
