import { openCache } from "../../renderer/worker/cache/open-cache.ts";
import type { TicketCache } from "../../renderer/worker/cache/ticket-cache.ts";
import { FLAG } from "../../renderer/worker/cache/ticket-columns.ts";
import { dexieCacheStores } from "../../renderer/worker/storage/dexie-cache-store.ts";
import { ViewEngine } from "../../renderer/worker/views/view-engine.ts";
import type { QueueRow, ViewQuery } from "../../renderer/worker/views/view-protocol.ts";
import type { ChangePage } from "../../shared/api/changes.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { type Contestant, type OpenQueue, QUEUE_ROWS, type QueueLine } from "./contestant.ts";
import { serveContestant } from "./serve-contestant.ts";

const EPOCH = "bench";
const ALL_BY_PRIORITY: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: false,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "priority", isDescending: false },
};

/** Our cache and views without engine, desk and console: columns in memory, packed segments on disk. */
class Deskwatch implements Contestant {
	#opened: { readonly cache: TicketCache; readonly views: ViewEngine } | null = null;

	async open(): Promise<void> {
		const generation = { name: EPOCH, epoch: EPOCH, now: Date.now, makeId: () => EPOCH };
		const cache = await openCache(dexieCacheStores, generation);
		const views = new ViewEngine(cache, { personId: null, teamIds: [] }, Date.now);
		this.#opened = { cache, views };
	}

	async write(pages: readonly (readonly Ticket[])[]): Promise<void> {
		const { cache, views } = this.#use();
		const head = pages.reduce((total, page) => total + page.length, 0);
		let next = cache.cursor;
		for (const tickets of pages) {
			const first = next + 1;
			next += tickets.length;
			views.note(await cache.commitPage(makePage(tickets, { first, next, head })));
		}
	}

	async openQueue(): Promise<OpenQueue> {
		const { cache, views } = this.#use();
		const { rows } = views.slice({ ...ALL_BY_PRIORITY, isOpen: true }, { from: 0, count: QUEUE_ROWS });
		return { lines: rows.map(lineOf), openByState: countOpenByState(cache) };
	}

	async search(words: string) {
		const window = { from: 0, count: QUEUE_ROWS };
		const { total, rows } = this.#use().views.slice({ ...ALL_BY_PRIORITY, text: words }, window);
		return { total, lines: rows.map(lineOf) };
	}

	#use() {
		if (!this.#opened) throw new Error("the cache is not open");
		return this.#opened;
	}
}

interface Place {
	readonly first: number;
	readonly next: number;
	readonly head: number;
}

function makePage(tickets: readonly Ticket[], { first, next, head }: Place): ChangePage {
	return {
		epoch: EPOCH,
		head,
		next,
		hasMore: next < head,
		left: head - next,
		serverTime: 0,
		changes: tickets.map((row, index) => ({ seq: first + index, kind: "ticket", id: row.id, row })),
	};
}

function countOpenByState({ columns }: TicketCache): OpenQueue["openByState"] {
	const counts = new Map<number, number>();
	const { flags, state } = columns.data;
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((flags[slot] ?? 0) & FLAG.open) === 0) continue;
		const value = state[slot] ?? 0;
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return [...counts];
}

function lineOf({ id, number, shortDescription, priority, state }: QueueRow): QueueLine {
	return { id, number, shortDescription, priority, state };
}

serveContestant(new Deskwatch());
