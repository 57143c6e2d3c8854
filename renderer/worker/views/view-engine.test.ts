import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangePage } from "../../../shared/api/changes.ts";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { APPROVAL_STATE } from "../../../shared/ticket/lifecycles/approval.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { makeQuery, NO_FILTERS } from "../../queue-state/view-query.ts";
import { EMPTY_STATE } from "../cache/open-cache.ts";
import { TicketCache } from "../cache/ticket-cache.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { countViews } from "./count-views.ts";
import { BREACHING_WITHIN_MS } from "./counts.ts";
import { ViewEngine } from "./view-engine.ts";
import type { QueueRow, ViewQuery } from "./view-protocol.ts";

const NOW = 1_700_100_000_000;
const VIEWER = { personId: "p1", teamIds: ["t1", "t2"] };
const TITLES = ["Émile can’t print", "emile lost VPN", "Printer 45 jams", "VPN down", "straße closed", ""];
const NAMES: Readonly<Record<string, string>> = {
	p1: "Ada Agent",
	p2: "Bo Printer",
	t1: "Network",
	t2: "Desktop",
};
const ANY: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: false,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "number", isDescending: false },
};

async function openCache(tickets: readonly Ticket[]): Promise<TicketCache> {
	const store = await makeMemoryCacheStores().open("test");
	const emptyState = { ...EMPTY_STATE, format: "test", epoch: "e1", instance: "i1" };
	const cache = new TicketCache({
		store,
		snapshot: await store.load(),
		emptyState,
		now: () => NOW,
	});
	await cache.commitPage(pageOf(tickets, 1));
	return cache;
}

function pageOf(tickets: readonly Ticket[], next: number): ChangePage {
	return {
		epoch: "e1",
		head: next,
		next,
		hasMore: false,
		left: 0,
		serverTime: NOW,
		changes: [
			...Object.entries(NAMES).map(([id, name]) => ({
				seq: next,
				kind: id.startsWith("t") ? "team" : "person",
				id,
				row: { id, name },
			})),
			...tickets.map((ticket) => ({ seq: next, kind: "ticket", id: ticket.id, row: ticket })),
		] as never,
	};
}

const ticketArbitrary = fc.record({
	counter: fc.integer({ min: 1, max: 60 }),
	shortDescription: fc.constantFrom(...TITLES),
	state: fc.constantFrom(1, 2, 3, 6, 7, 8),
	priority: fc.constantFrom(1, 2, 3, 4, 5),
	teamId: fc.constantFrom("t1", "t2", "t3", null),
	assigneeId: fc.constantFrom("p1", "p2", null),
	updatedAt: fc.integer({ min: NOW - 5, max: NOW }),
	revision: fc.integer({ min: 1, max: 3 }),
});

type TicketRecipe = typeof ticketArbitrary extends fc.Arbitrary<infer Recipe> ? Recipe : never;

function toTicket({ counter, ...change }: TicketRecipe): Ticket {
	return makeTicket(counter, change as Partial<Ticket>);
}

const queryArbitrary: fc.Arbitrary<ViewQuery> = fc.record({
	kinds: fc.constantFrom([], ["incident"] as const, ["request"] as const),
	states: fc.subarray([1, 2, 3, 6]),
	isOpen: fc.boolean(),
	priorities: fc.subarray([1, 3, 5] as const),
	teamIds: fc.subarray(["t1", "t3", "none"]),
	assigneeIds: fc.subarray(["me", "p2", "none"]),
	isMyTeams: fc.boolean(),
	isBreachingNext: fc.boolean(),
	text: fc.constantFrom("", "emile", "VPN", "print 45", "inc12", "3", "network ada"),
	order: fc.record({
		by: fc.constantFrom("number", "priority", "state", "updatedAt", "shortDescription", "team", "assignee"),
		isDescending: fc.boolean(),
	}),
});

/** What a person would mean, row by row, without any of the columns' tricks. */
function matchesNaively(query: ViewQuery, row: QueueRow): boolean {
	const has = <Item>(wanted: readonly Item[], item: Item) => wanted.length === 0 || wanted.includes(item);
	const assignees = query.assigneeIds.map((id) =>
		id === "me" ? VIEWER.personId : id === "none" ? null : id,
	);
	const teams = query.teamIds.map((id) => (id === "none" ? null : id));
	return (
		has(query.kinds, row.kind) &&
		has(query.states, row.state) &&
		(!query.isOpen || isOpenState(row.kind, row.state)) &&
		(!query.isBreachingNext || isBreachingSoon(row)) &&
		has(query.priorities, row.priority) &&
		has(teams, row.teamId) &&
		(!query.isMyTeams || VIEWER.teamIds.includes(row.teamId ?? "")) &&
		has(assignees, row.assigneeId) &&
		query.text.split(" ").every((word) => hasWord(row, word))
	);
}

function isBreachingSoon(row: QueueRow): boolean {
	const isOpen = isOpenState(row.kind, row.state);
	return isOpen && row.dueAt !== null && row.dueAt <= NOW + BREACHING_WITHIN_MS;
}

function hasWord(row: QueueRow, word: string): boolean {
	const plain = (text: string | null) => (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	const wanted = plain(word);
	const digits = /^(?:inc)?(\d+)$/.exec(wanted)?.[1];
	const isNumber = digits !== undefined && String(Number(row.number.slice(3))).startsWith(digits);
	return (
		isNumber ||
		[row.shortDescription, row.teamName, row.assigneeName, row.callerName].some((text) =>
			plain(text).includes(wanted),
		)
	);
}

function keyOf(row: QueueRow, by: ViewQuery["order"]["by"]): string | number | null {
	if (by === "team") return row.teamName?.toLowerCase() ?? null;
	if (by === "assignee") return row.assigneeName?.toLowerCase() ?? null;
	const value = row[by as "number" | "priority" | "state" | "updatedAt" | "shortDescription"];
	return by === "shortDescription"
		? String(value).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
		: value;
}

function compareNaively({ by, isDescending }: ViewQuery["order"], one: QueueRow, other: QueueRow): number {
	const [left, right] = [keyOf(one, by), keyOf(other, by)];
	if (left === null || right === null) {
		if (left !== right) return left === null ? 1 : -1;
	} else if (left !== right) return (left < right ? -1 : 1) * (isDescending ? -1 : 1);
	return one.number < other.number ? -1 : 1;
}

function allRows(views: ViewEngine, query: ViewQuery): readonly QueueRow[] {
	return views.slice(query, { from: 0, count: 200 }).rows;
}

describe("a view", () => {
	it("has the rows, the order and the total that a naive filter and sort give, typed letter by letter, also after changes", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(ticketArbitrary, { minLength: 1, maxLength: 40 }),
				fc.array(ticketArbitrary, { maxLength: 12 }),
				queryArbitrary,
				async (first, second, query) => {
					const cache = await openCache(first.map(toTicket));
					const views = new ViewEngine(cache, VIEWER, () => NOW);
					expectNaive(views, query);
					views.note(await cache.commitPage(pageOf(second.map(toTicket), 2)));
					expectNaive(views, query);
					expect(new ViewEngine(cache, VIEWER, () => NOW).count(query)).toBe(
						views.slice(query, { from: 0, count: 1 }).total,
					);
					const counts = views.counts();
					const open = allRows(views, { ...ANY, isOpen: true });
					expect(counts.all).toBe(allRows(views, ANY).length);
					expect(counts.open).toBe(open.length);
					expect(counts.breachingNext).toBe(allRows(views, { ...ANY, isBreachingNext: true }).length);
					expect(counts.mine).toBe(open.filter((row) => row.assigneeId === "p1").length);
					expect(counts.myTeams).toBe(open.filter((row) => VIEWER.teamIds.includes(row.teamId ?? "")).length);
				},
			),
			{ numRuns: 100 },
		);
	});

	function expectNaive(views: ViewEngine, query: ViewQuery): void {
		const expected = allRows(views, ANY)
			.filter((row) => matchesNaively(query, row))
			.sort((one, other) => compareNaively(query.order, one, other));
		for (let length = 1; length < query.text.length; length += 1)
			views.slice({ ...query, text: query.text.slice(0, length) }, { from: 0, count: 1 });
		const slice = views.slice(query, { from: 0, count: 200 });
		expect(slice.rows.map((row) => row.number)).toEqual(expected.map((row) => row.number));
		expect(slice.total).toBe(expected.length);
	}

	it("counts what nobody has touched for a week as its view lists it", async () => {
		const agesInDays = [0, 6.9, 7.1, 30, 400];
		const cache = await openCache([
			...agesInDays.map((days, index) => makeTicket(index + 1, { updatedAt: NOW - days * 86_400_000 })),
			makeTicket(50, { updatedAt: 0, state: 7 }),
		]);
		const views = new ViewEngine(cache, VIEWER, () => NOW);
		const query = makeQuery("ageing", NO_FILTERS, { by: "updatedAt", isDescending: false });
		expect(allRows(views, query).map(({ number }) => number)).toEqual([
			"INC0000005",
			"INC0000004",
			"INC0000003",
		]);
		expect(views.counts().ageing).toBe(3);
	});

	it("lists what went from team to team twice or more, the most passed on first, and counts as many", async () => {
		const passedOn = (...teams: readonly string[]) => ({
			track: teams.map((teamId, at) => [at, 2, 0, 3, teamId] as const),
		});
		const cache = await openCache([
			makeTicket(1, passedOn("desk", "network")),
			makeTicket(2, passedOn("desk", "network", "desk")),
			makeTicket(3, passedOn("desk", "network", "mail", "desk")),
			makeTicket(4, { ...passedOn("desk", "network", "desk"), state: 7 }),
		]);
		const views = new ViewEngine(cache, VIEWER, () => NOW);
		const query = makeQuery("bounced", NO_FILTERS, { by: "handovers", isDescending: true });
		expect(allRows(views, query).map(({ number, handovers }) => [number, handovers])).toEqual([
			["INC0000003", 3],
			["INC0000002", 2],
		]);
		expect(views.counts().bounced).toBe(2);
	});

	it("is counted beside others in turn, and once for all who ask meanwhile", async () => {
		const cache = await openCache([makeTicket(1), makeTicket(2, { state: 7 })]);
		const views = new ViewEngine(cache, VIEWER, () => NOW);
		const queries = [ANY, { ...ANY, isOpen: true }, { ...ANY, text: "nobody has this" }];
		const first = countViews(views, queries);
		expect(countViews(views, queries)).toBe(first);
		expect(await first).toEqual([2, 1, 0]);
		views.note(await cache.commitPage(pageOf([makeTicket(3)], 2)));
		expect(await countViews(views, queries)).toEqual([3, 2, 0]);
	});

	it("answers a window, the neighbours in it and where a ticket stands", async () => {
		const cache = await openCache(Array.from({ length: 30 }, (_, index) => makeTicket(index + 1)));
		const views = new ViewEngine(cache, VIEWER, () => NOW);
		const slice = views.slice(ANY, { from: 10, count: 5 });
		expect(slice).toMatchObject({ total: 30, from: 10 });
		expect(slice.rows.map((row) => row.number)).toEqual([
			"INC0000011",
			"INC0000012",
			"INC0000013",
			"INC0000014",
			"INC0000015",
		]);
		expect(views.indexOf(ANY, makeUuid(12))).toBe(11);
		expect(views.around(ANY, makeUuid(12), 0)).toEqual({
			ticketId: makeUuid(12),
			place: 11,
			total: 30,
			before: { id: makeUuid(11), number: "INC0000011", place: 10 },
			after: { id: makeUuid(13), number: "INC0000013", place: 12 },
		});
		expect(views.around(ANY, makeUuid(30), 0)).toMatchObject({ place: 29, after: null });
	});

	it("has for a ticket that left the view the neighbours of the place it had", async () => {
		const cache = await openCache(Array.from({ length: 30 }, (_, index) => makeTicket(index + 1)));
		const views = new ViewEngine(cache, VIEWER, () => NOW);
		const gone = makeUuid(99);
		expect(views.around(ANY, gone, 11)).toMatchObject({
			place: null,
			before: { id: makeUuid(11) },
			after: { id: makeUuid(12) },
		});
		expect(views.around(ANY, gone, 0)).toMatchObject({ before: null, after: { id: makeUuid(1) } });
		expect(views.around(ANY, gone, 500)).toMatchObject({ before: { id: makeUuid(30) }, after: null });
	});

	it("never answers more than 200 rows, however many are asked for", async () => {
		const cache = await openCache(Array.from({ length: 300 }, (_, index) => makeTicket(index + 1)));
		const views = new ViewEngine(cache, VIEWER, () => NOW);
		expect(views.slice(ANY, { from: 0, count: 5_000 }).rows).toHaveLength(200);
	});

	it("leaves approvals and items out unless they are asked for by kind, and counts as it lists", async () => {
		const open = { state: 1, assigneeId: "p1", teamId: "t1" };
		const asked = (id: number, assigneeId: string, state = APPROVAL_STATE.requested as number) =>
			makeTicket(id, { ...open, kind: "approval", number: `APPR000000${id}`, assigneeId, state });
		const cache = await openCache([
			makeTicket(1, open),
			makeTicket(2, { ...open, kind: "item", number: "RITM0000002" }),
			asked(3, "p1"),
			asked(4, "p2"),
			asked(5, "p3"),
			asked(6, "p1", APPROVAL_STATE.approved),
			asked(7, "p2", APPROVAL_STATE.notRequested),
		]);
		let now = NOW;
		const views = new ViewEngine(cache, VIEWER, () => now);
		const numbers = (query: Partial<ViewQuery>) =>
			views.slice({ ...ANY, ...query }, { from: 0, count: 200 }).rows.map(({ number }) => number);
		const approvals = makeQuery("approvals", NO_FILTERS, ANY.order);
		expect(numbers({})).toEqual(["INC0000001"]);
		expect(numbers({ kinds: ["item"] })).toEqual(["RITM0000002"]);
		expect(numbers(approvals)).toEqual(["APPR0000003"]);
		expect(views.counts()).toMatchObject({ all: 1, open: 1, mine: 1, myTeams: 1, approvals: 1 });
		expect(views.countByPriority().reduce((sum, count) => sum + count, 0)).toBe(1);

		const delegation = { personId: "p1", from: NOW, until: NOW + 60_000 };
		const row = { id: "p2", name: "Bo Printer", delegation };
		const changes = [{ seq: 2, kind: "person", id: "p2", row }] as never;
		await cache.commitPage({ ...pageOf([], 2), changes });
		views.note({ slots: [], kinds: new Set(["person"]), ticketIds: new Set() });
		expect(numbers(approvals)).toEqual(["APPR0000003", "APPR0000004"]);
		expect(views.counts().approvals).toBe(2);
		now += 60_000;
		expect(numbers(approvals)).toEqual(["APPR0000003"]);
		expect(views.counts().approvals).toBe(1);
	});
});
