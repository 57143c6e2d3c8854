/** What people complain of in the search of other desks, each a test: over the cache as the console has it. */
import { describe, expect, test } from "vitest";
import type { ChangePage } from "../../../shared/api/changes.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { EMPTY_STATE } from "../cache/open-cache.ts";
import { TicketCache } from "../cache/ticket-cache.ts";
import { makeTicket } from "../fixture.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { ViewEngine } from "../views/view-engine.ts";
import type { SearchHit } from "../views/view-protocol.ts";

const NOW = 1_700_100_000_000;
const DAY_MS = 86_400_000;
const CLOSED = 7;

const PEOPLE = { p1: "Ada Agent", p2: "Bo Printer", c1: "Cy Caller", c2: "Vera Holt" };
const TEAMS = { t1: "Network", t2: "Field Services" };
const CIS = { ci1: "mailserver-03", s1: "Payroll" };

function ticketOf(counter: number, change: Partial<Ticket>): Ticket {
	return makeTicket(counter, { openedAt: NOW - DAY_MS / 12, updatedAt: NOW - DAY_MS / 12, ...change });
}

const TICKETS: readonly Ticket[] = [
	ticketOf(12_345, { shortDescription: "The certificate of the intranet has expired" }),
	ticketOf(12_346, { shortDescription: "one two three", updatedAt: NOW - 5 }),
	ticketOf(12_347, { shortDescription: "Printer jams", state: CLOSED, updatedAt: NOW }),
	ticketOf(12_348, { shortDescription: "Printers offline", updatedAt: NOW - 2 }),
	ticketOf(12_349, { shortDescription: "Reprinting fails", callerId: "c2", teamId: "t2" }),
	ticketOf(12_350, { shortDescription: "Slow since Monday", ciId: "ci1", serviceId: "s1", teamId: "t1" }),
	ticketOf(12_351, {
		shortDescription: "Door 12345 is stuck",
		priority: 1,
		openedAt: NOW - 4 * DAY_MS,
		assigneeId: "p1",
		teamId: "t1",
	}),
	ticketOf(12_352, {
		shortDescription: "No sound",
		openedAt: NOW - 9 * DAY_MS,
		updatedAt: NOW - 8 * DAY_MS,
	}),
	ticketOf(12_353, { shortDescription: "Tunnel drops", $tags: "mail vpn-gateway" }),
	ticketOf(12_354, { shortDescription: "Phone dead", $tags: "mail" }),
	ticketOf(7, { kind: "change", number: "CHG0000007", state: -5, shortDescription: "New switch" }),
];

async function openViews(tickets = TICKETS): Promise<ViewEngine> {
	const store = await makeMemoryCacheStores().open("test");
	const emptyState = { ...EMPTY_STATE, format: "test", epoch: "e1", instance: "i1" };
	const cache = new TicketCache({ store, snapshot: await store.load(), emptyState, now: () => NOW });
	const named = (kind: string, names: Readonly<Record<string, string>>) =>
		Object.entries(names).map(([id, name]) => ({ seq: 1, kind, id, row: { id, name } }));
	const changes = [
		...named("person", PEOPLE),
		...named("team", TEAMS),
		...named("ci", CIS),
		...tickets.map((row) => ({ seq: 1, kind: "ticket", id: row.id, row })),
	];
	const page = { epoch: "e1", head: 1, next: 1, hasMore: false, left: 0, serverTime: NOW, changes };
	await cache.commitPage(page as unknown as ChangePage);
	return new ViewEngine(cache, { personId: "p1", teamIds: ["t1"] }, () => NOW);
}

const views = await openViews();

function found(text: string): readonly string[] {
	return views.search(text, 50).hits.map(({ row }) => row.number);
}

function hitOf(text: string, number: string): SearchHit | undefined {
	return views.search(text, 50).hits.find(({ row }) => row.number === number);
}

describe("a number", () => {
	test.each([
		"INC0012345",
		"inc0012345",
		"12345",
		"INC 0012345",
		"inc 12 345",
		"INC-12345",
		"#12345",
		"INC0012345,",
	])("is found as %s, before what only speaks of it", (text) => {
		expect(found(text)[0]).toBe("INC0012345");
		expect(hitOf(text, "INC0012345")?.reasons).toContainEqual({ by: "number" });
	});

	test("of another kind is found by its letters, and only that", () => {
		expect(found("chg 7")).toEqual(["CHG0000007"]);
		expect(found("chg")).toEqual(["CHG0000007"]);
	});
});

describe("words", () => {
	test("are found by a part of them", () => {
		expect(found("cert")).toEqual(["INC0012345"]);
	});

	test("may come in any order, with others between", () => {
		expect(found("one three")).toEqual(["INC0012346"]);
		expect(found("three one")).toEqual(["INC0012346"]);
		expect(found('"one three"')).toEqual([]);
		expect(found('"two three"')).toEqual(["INC0012346"]);
	});

	test("all must be there; one after a minus must not", () => {
		expect(found("one four")).toEqual([]);
		expect(found("print -jams -bo")).toEqual(["INC0012348", "INC0012349"]);
	});

	test("are ranked: the word itself, its beginning, inside another", () => {
		expect(found("printer")).toEqual(["INC0012347", "INC0012348"]);
		expect(found("print")).toEqual(["INC0012348", "INC0012347", "INC0012349"]);
	});

	test("closed tickets are found as well, after open ones that fit as much", () => {
		expect(found("jams")).toEqual(["INC0012347"]);
		expect(found("print").indexOf("INC0012347")).toBe(1);
	});
});

describe("one typing error", () => {
	test.each([
		["prinetr", ["INC0012347", "INC0012348"]],
		["pritner", ["INC0012347", "INC0012348"]],
		["certifcate", ["INC0012345"]],
		["certifc", ["INC0012345"]],
	])("%s is found, and said", (text, numbers) => {
		expect([...found(text)].toSorted()).toEqual(numbers);
		expect(hitOf(text, numbers[0] ?? "")?.reasons).toMatchObject([{ by: "near", word: text }]);
	});

	test("says what it was taken for, also where that is in a name", () => {
		expect(views.search("prinetr", 5).reading.near).toEqual([{ word: "prinetr", taken: ["printer"] }]);
		expect(hitOf("hollt", "INC0012349")?.reasons).toEqual([
			{ by: "caller", name: "Vera Holt" },
			{ by: "near", word: "hollt", taken: ["holt"] },
		]);
	});

	test("is looked for only where nothing has the word as it is, and never in numbers, quotes, exclusions", () => {
		expect(views.search("printe", 5).reading.near).toEqual([]);
		for (const text of ["99345", '"prinetr jams"', "jams -prinetr"])
			expect(views.search(text, 5).reading.near).toEqual([]);
		expect(found("jams -prinetr")).toEqual(["INC0012347"]);
	});

	test("never narrows or widens what is typed on: each letter is answered as if it were all", async () => {
		for (const text of ["prinetr", "certifcate expired", "incidents", "printer"]) {
			const typing = await openViews();
			for (let length = 1; length <= text.length; length += 1) {
				const part = text.slice(0, length);
				const fresh = await openViews();
				expect(typing.search(part, 50)).toEqual(fresh.search(part, 50));
			}
		}
	});
});

describe("names", () => {
	test("of caller, CI, service, assignee and team find, and say so", () => {
		expect(hitOf("vera", "INC0012349")?.reasons).toEqual([{ by: "caller", name: "Vera Holt" }]);
		expect(hitOf("mailserver", "INC0012350")?.reasons).toEqual([{ by: "ci", name: "mailserver-03" }]);
		expect(hitOf("payroll", "INC0012350")?.reasons).toEqual([{ by: "service", name: "Payroll" }]);
		expect(hitOf("field", "INC0012349")?.reasons).toEqual([{ by: "team", name: "Field Services" }]);
		expect(hitOf("ada", "INC0012351")?.reasons).toEqual([{ by: "assignee", name: "Ada Agent" }]);
	});

	test("may be mixed with words of the title", () => {
		expect(found("holt reprinting")).toEqual(["INC0012349"]);
	});
});

describe("filters as words", () => {
	test.each([
		["p1 team:network older:3d", ["INC0012351"]],
		["team:network", ["INC0012350", "INC0012351"]],
		["team:network,field", ["INC0012349", "INC0012350", "INC0012351"]],
		["team:mine -p1", ["INC0012350"]],
		["caller:vera", ["INC0012349"]],
		["ci:mail", ["INC0012350"]],
		["ci:pay slow", ["INC0012350"]],
		["@me", ["INC0012351"]],
		["is:mine", ["INC0012351"]],
		["is:closed kind:inc", ["INC0012347"]],
		["kind:change is:open", ["CHG0000007"]],
		["state:closed", ["INC0012347"]],
		["older:8d", ["INC0012352"]],
		["updated:7d sound", []],
		["updated:9d sound", ["INC0012352"]],
		["print is:open -caller:vera", ["INC0012348"]],
		["is:unassigned is:open sound", ["INC0012352"]],
		["newer:1h", []],
	])("%s", (text, numbers) => {
		expect([...found(text)].toSorted()).toEqual([...numbers].toSorted());
	});

	test("a name that nobody has finds nothing and is said; what is no filter is a word", () => {
		expect(found("team:netwrok")).toEqual([]);
		expect(views.search("team:netwrok", 5).reading.unheard).toEqual([{ name: "team", value: "netwrok" }]);
		expect(found("colour:red")).toEqual([]);
	});

	test("nothing typed, or only the beginning of a filter, finds nothing here and narrows no list", () => {
		for (const text of ["", "  ", "team:", '"', "-"]) expect(views.search(text, 5).total).toBe(0);
		const query = { kinds: [], states: [], isOpen: false, priorities: [], teamIds: [], assigneeIds: [] };
		const order = { by: "number", isDescending: false } as const;
		const all = { ...query, isMyTeams: false, isBreachingNext: false, order };
		const total = (text: string) => views.slice({ ...all, text }, { from: 0, count: 1 }).total;
		expect(total("print team:")).toBe(total("print"));
		expect(total("p1 p2")).toBe(1);
	});
});

test("tags are asked for by words: also by their beginning, by any of several, and by none at all", () => {
	expect(found("tag:vpn")).toEqual(["INC0012353"]);
	expect([...found("tag:mail")].sort()).toEqual(["INC0012353", "INC0012354"]);
	expect(found("tag:mail -tag:vpn")).toEqual(["INC0012354"]);
	expect(found("tag:none phone")).toEqual([]);
	expect(found("tag:none sound")).toEqual(["INC0012352"]);
});
