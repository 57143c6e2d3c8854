import { Dexie, type Table } from "dexie";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { type Contestant, type OpenQueue, QUEUE_ROWS } from "../contest/contestant.ts";
import { serveContestant } from "../contest/serve-contestant.ts";
import {
	byPriority,
	countByState,
	makeWordTest,
	type TicketRecord,
	toLine,
	toRecord,
} from "./ticket-record.ts";

/**
 * One record a ticket and six indexes, two of them made for the very questions of the open queue. As
 * Dexie does best: `bulkAdd` a page, relaxed durability, no live queries, no copies of results.
 */
class TicketDatabase extends Dexie implements Contestant {
	readonly tickets: Table<TicketRecord, string>;

	constructor() {
		super("bench", { chromeTransactionDurability: "relaxed", cache: "disabled" });
		this.version(1).stores({
			tickets: "id, number, [isOpen+priority+number], [isOpen+state], teamId, assigneeId, updatedAt",
		});
		this.tickets = this.table("tickets");
	}

	async write(pages: readonly (readonly Ticket[])[]): Promise<void> {
		for (const page of pages) await this.tickets.bulkAdd(page.map(toRecord));
	}

	async openQueue(): Promise<OpenQueue> {
		const [first, openByState] = await Promise.all([
			this.tickets
				.where("[isOpen+priority+number]")
				.between([1, Dexie.minKey, Dexie.minKey], [1, Dexie.maxKey, Dexie.maxKey])
				.limit(QUEUE_ROWS)
				.toArray(),
			countByState((state) => this.tickets.where("[isOpen+state]").equals([1, state]).count()),
		]);
		return { lines: first.map(toLine), openByState };
	}

	async search(words: string) {
		const test = makeWordTest(words);
		const found = await this.tickets.filter(({ shortDescription }) => test(shortDescription)).toArray();
		const first = found.sort(byPriority).slice(0, QUEUE_ROWS);
		return { total: found.length, lines: first.map(toLine) };
	}
}

serveContestant(new TicketDatabase());
