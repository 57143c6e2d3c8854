import { EMPTY_STATE } from "../../renderer/worker/cache/open-cache.ts";
import { TicketCache } from "../../renderer/worker/cache/ticket-cache.ts";
import { makeMemoryCacheStores } from "../../renderer/worker/storage/memory-cache-store.ts";
import { ViewEngine } from "../../renderer/worker/views/view-engine.ts";
import type { ChangePage } from "../../shared/api/changes.ts";
import type { TicketDetail } from "../../shared/api/tickets.ts";
import { pickNextDue } from "../../shared/sla/next-due.ts";

/** How far list, page and API say the same of every ticket of a desk, at one moment. */
export interface Agreement {
	readonly tickets: number;
	readonly clocks: number;
	/** Clocks that run or pause. */
	readonly live: number;
	/** Number and what differs, of the first few. */
	readonly differences: readonly string[];
	readonly differing: number;
}

const SHOWN = 10;

/** A console's cache, fetched from the desk page by page as a console does. */
async function fetchCache(url: string, now: number): Promise<TicketCache> {
	const store = await makeMemoryCacheStores().open("bench");
	const state = { ...EMPTY_STATE, format: "bench", epoch: "", instance: "bench" };
	let cache: TicketCache | null = null;
	for (let since = 0; ; ) {
		const page = await ask<ChangePage>(`${url}/api/changes?since=${since}&limit=5000`);
		cache ??= new TicketCache({
			store,
			snapshot: await store.load(),
			emptyState: { ...state, epoch: page.epoch },
			now: () => now,
		});
		await cache.commitPage(page);
		since = page.next;
		if (page.hasMore) continue;
		if (cache.hasOldClocks) await cache.reclock();
		return cache;
	}
}

/** Asks the desk for every ticket by itself, and the console's cache for the same: row and page. */
export async function compareAll(url: string, now: number): Promise<Agreement> {
	const cache = await fetchCache(url, now);
	const views = new ViewEngine(cache, { personId: null, teamIds: [] }, () => now);
	const differences: string[] = [];
	let [clocks, live] = [0, 0];
	for (let slot = 0; slot < cache.columns.size; slot += 1) {
		const id = cache.columns.idOf(slot);
		const { clocks: told, ticket } = await ask<TicketDetail>(`${url}/api/tickets/${id}`);
		const base = await cache.readBase(id);
		const row = views.rowOf(id);
		const shown = base ? cache.clocks.at(base, now) : [];
		if (JSON.stringify(shown) !== JSON.stringify(told)) differences.push(`${ticket.number}: page and API`);
		const next = pickNextDue(told);
		const isLive = next?.stage === "in-progress" || next?.stage === "paused";
		const isSameRow =
			row?.dueAt === (isLive ? (next?.dueAt ?? null) : null) &&
			row.isBreached === (next?.isBreached ?? false) &&
			row.isClockPaused === (next?.stage === "paused");
		if (!isSameRow) differences.push(`${ticket.number}: list and API`);
		clocks += told.length;
		live += told.filter(({ stage }) => stage === "in-progress" || stage === "paused").length;
	}
	return {
		tickets: cache.columns.size,
		clocks,
		live,
		differences: differences.slice(0, SHOWN),
		differing: differences.length,
	};
}

async function ask<Answer>(url: string): Promise<Answer> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	// Our own desk, whose answers are held to their schemas by its tests.
	return (await response.json()) as Answer;
}
