import indexedDbAdapter from "pouchdb-adapter-indexeddb";
import PouchDB from "pouchdb-core";
import findPlugin from "pouchdb-find";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { type Contestant, type OpenQueue, QUEUE_ROWS } from "../contest/contestant.ts";
import { serveContestant } from "../contest/serve-contestant.ts";
import { byPriority, makeWordTest, type TicketRecord, toLine, toRecord } from "./ticket-record.ts";

PouchDB.plugin(indexedDbAdapter).plugin(findPlugin);

const BY_PRIORITY = ["isOpen", "priority", "number"];
const BY_STATE = ["isOpen", "state"];
const INDEXES = [["number"], BY_PRIORITY, BY_STATE, ["teamId"], ["assigneeId"], ["updatedAt"]];

/** Its default is 25 documents. */
const ALL = 10_000_000;

/**
 * PouchDB over its newer adapter, whose indexes are IndexedDB's own and grow with each write: over the
 * older one, 9,000 tickets wait 33 s for their first query.
 */
class PouchTickets implements Contestant {
	readonly #tickets = new PouchDB<TicketRecord>("bench", { adapter: "indexeddb", auto_compaction: true });

	#isEmpty = true;

	async open(): Promise<void> {
		this.#isEmpty = (await this.#tickets.info()).doc_count === 0;
	}

	async write(pages: readonly (readonly Ticket[])[]): Promise<void> {
		for (const fields of INDEXES) await this.#tickets.createIndex({ index: { fields } });
		for (const page of pages) {
			await this.#tickets.bulkDocs(page.map((ticket) => ({ ...toRecord(ticket), _id: ticket.id })));
		}
	}

	async openQueue(): Promise<OpenQueue> {
		// Without tickets there are no indexes yet, and without those it refuses to sort.
		if (this.#isEmpty) return { lines: [], openByState: [] };
		const [first, states] = await Promise.all([
			this.#tickets.find({
				selector: { isOpen: 1, priority: { $gte: 1 }, number: { $gte: "" } },
				sort: BY_PRIORITY,
				limit: QUEUE_ROWS,
			}),
			this.#tickets.find({
				selector: { isOpen: 1, state: { $gte: -100 } },
				fields: ["state"],
				sort: BY_STATE,
				limit: ALL,
			}),
		]);
		const byState = Map.groupBy(states.docs, ({ state }) => state);
		return {
			lines: first.docs.map(toLine),
			openByState: [...byState].map(([state, tickets]) => [state, tickets.length] as const),
		};
	}

	async search(words: string) {
		const test = makeWordTest(words);
		const { rows } = await this.#tickets.allDocs({ include_docs: true });
		const found = rows.flatMap(({ doc }) => (doc && test(doc.shortDescription ?? "") ? [doc] : []));
		const first = found.sort(byPriority).slice(0, QUEUE_ROWS);
		return { total: found.length, lines: first.map(toLine) };
	}
}

serveContestant(new PouchTickets());
