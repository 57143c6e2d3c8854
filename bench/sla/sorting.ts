import { EMPTY_STATE } from "../../renderer/worker/cache/open-cache.ts";
import { TicketCache } from "../../renderer/worker/cache/ticket-cache.ts";
import { makeTicket, seededRandom } from "../../renderer/worker/fixture.ts";
import { makeMemoryCacheStores } from "../../renderer/worker/storage/memory-cache-store.ts";
import { ViewEngine } from "../../renderer/worker/views/view-engine.ts";
import type { ViewQuery } from "../../renderer/worker/views/view-protocol.ts";
import type { ChangePage } from "../../shared/api/changes.ts";
import { makeDefaultDefinitions } from "../../shared/sla/default-definitions.ts";
import type { Definitions } from "../../shared/sla/policy.ts";
import type { Priority } from "../../shared/ticket/priority.ts";
import type { Ticket, TrackMove } from "../../shared/ticket/ticket.ts";
import { type Figure, median, range } from "../figures.ts";

const NOW = Date.parse("2026-04-20T12:00Z");
const DAY_MS = 86_400_000;
const ROUNDS = 9;
const OPEN: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: true,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "dueAt", isDescending: false },
};

/** A queue of open tickets sorted by what is due first, and all its clocks computed anew after an edit. */
export async function measureSorting(count: number): Promise<readonly Figure[]> {
	const cache = await openCache(makeTickets(count));
	const viewer = { personId: "p1", teamIds: ["t1"] };
	// In a process that has sorted nothing yet, not even by number.
	const coldMs = timed(() => new ViewEngine(cache, viewer, () => NOW).slice(OPEN, { from: 0, count: 60 }));
	const ready = new ViewEngine(cache, viewer, () => NOW);
	for (const _ of ready.warm());
	const readyMs = timed(() => ready.slice(OPEN, { from: 0, count: 60 }));
	const sorts: number[] = [];
	const windows: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		// Nothing is kept of an order that was made before.
		const views = new ViewEngine(cache, viewer, () => NOW);
		views.slice({ ...OPEN, order: { by: "number", isDescending: false } }, { from: 0, count: 60 });
		sorts.push(timed(() => views.slice(OPEN, { from: 0, count: 60 })));
		windows.push(timed(() => views.slice(OPEN, { from: count / 2, count: 60 })));
	}
	await cache.commitPage(pageOf(definitionChanges(editedDefinitions()), cache.cursor + 1));
	const startedAt = performance.now();
	await cache.reclock();
	const reclockMs = performance.now() - startedAt;
	const of = `${count.toLocaleString("en")} open tickets`;
	return [
		{
			name: `sorted by SLA for the very first time, ${of}`,
			value: coldMs,
			unit: "ms",
			target: 100,
			note: "nothing made ready",
		},
		{
			name: "the same once it was made ready",
			value: readyMs,
			unit: "ms",
			target: 100,
			note: "as a page finds it",
		},
		{ name: `sorted by SLA, ${of}`, value: median(sorts), unit: "ms", target: 100, note: range(sorts) },
		{ name: "another window of it", value: median(windows), unit: "ms", target: 100, note: range(windows) },
		{
			name: `all clocks anew after an edit, ${of}`,
			value: reclockMs,
			unit: "ms",
			target: null,
			note: "in slices",
		},
	];
}

function timed(work: () => unknown): number {
	const startedAt = performance.now();
	work();
	return performance.now() - startedAt;
}

async function openCache(tickets: readonly Ticket[]): Promise<TicketCache> {
	const store = await makeMemoryCacheStores().open("bench");
	const emptyState = { ...EMPTY_STATE, format: "bench", epoch: "e1", instance: "bench" };
	const cache = new TicketCache({ store, snapshot: await store.load(), emptyState, now: () => NOW });
	const defined = definitionChanges(makeDefaultDefinitions("Europe/Berlin"));
	const rows = tickets.map((row) => ({ seq: 1, kind: "ticket", id: row.id, row }) as unknown as Change);
	await cache.commitPage(pageOf([...defined, ...rows], 1));
	return cache;
}

type Change = ChangePage["changes"][number];

function definitionChanges({ calendars, policies }: Definitions): readonly Change[] {
	const of = (kind: string) => (row: { readonly id: string }) =>
		({ seq: 1, kind, id: row.id, row }) as Change;
	return [...calendars.map(of("calendar")), ...policies.map(of("policy"))];
}

function editedDefinitions(): Definitions {
	const defaults = makeDefaultDefinitions("Europe/Berlin");
	const policies = defaults.policies.map((record) => ({
		...record,
		versions: record.versions.map((version) => ({ ...version, name: `${version.name} 2`, pausedBy: [] })),
	}));
	return { ...defaults, policies };
}

function pageOf(changes: readonly Change[], next: number): ChangePage {
	return {
		epoch: "e1",
		head: next,
		next,
		hasMore: false,
		left: 0,
		serverTime: NOW,
		changes: [...changes],
	};
}

/** Each with a life of a few moves, over the last two months. */
function makeTickets(count: number): readonly Ticket[] {
	const random = seededRandom(11);
	const pick = (limit: number): number => Math.floor(random() * limit);
	return Array.from({ length: count }, (_, index) => {
		const openedAt = NOW - pick(60 * DAY_MS);
		const priority = (1 + pick(5)) as Priority;
		const track: TrackMove[] = [[openedAt, 1, 0, priority, "t1"]];
		for (let move = pick(5); move > 0; move -= 1) {
			const at = Math.min(NOW, (track.at(-1)?.[0] ?? openedAt) + pick(DAY_MS));
			const isHeld = pick(3) === 0;
			track.push([at, isHeld ? 3 : 2, isHeld ? ([1, 3, 4, 5][pick(4)] ?? 1) : 0, priority, "t1", 1]);
		}
		const [, state, holdReason] = track.at(-1) ?? [0, 1, 0];
		return makeTicket(index + 1, { openedAt, updatedAt: openedAt, state, holdReason, priority, track });
	});
}
