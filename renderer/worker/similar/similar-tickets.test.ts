import { describe, expect, it } from "vitest";
import type { ChangePage } from "../../../shared/api/changes.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { EMPTY_STATE } from "../cache/open-cache.ts";
import { TicketCache } from "../cache/ticket-cache.ts";
import type { Model } from "../engine/model.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { similarPayload } from "../topics/similar-topic.ts";
import { ViewEngine } from "../views/view-engine.ts";

const NOW = 1_700_100_000_000;
const TEAMS = { net: "Network", desk: "Desktop", gone: "Dissolved" };
const SOLVED = { state: 6, closeCode: "Solved (Permanently)" } as const;

function pageOf(tickets: readonly Ticket[], next: number): ChangePage {
	const teams = Object.entries(TEAMS).map(([id, name]) => ({
		seq: next,
		kind: "team" as const,
		id,
		row: { id, name, isActive: id !== "gone" },
	}));
	const rows = tickets.map((row) => ({ seq: next, kind: "ticket" as const, id: row.id, row }));
	const rest = { epoch: "e1", head: next, next, hasMore: false, left: 0, serverTime: NOW };
	return { ...rest, changes: [...teams, ...rows] };
}

async function open(tickets: readonly Ticket[]) {
	const store = await makeMemoryCacheStores().open("test");
	const emptyState = { ...EMPTY_STATE, format: "test", epoch: "e1", instance: "i1" };
	const cache = new TicketCache({ store, snapshot: await store.load(), emptyState, now: () => NOW });
	const views = new ViewEngine(cache, { personId: "p1", teamIds: [] }, () => NOW);
	let cursor = 0;
	const write = async (more: readonly Ticket[]) => {
		cursor += 1;
		views.note(await cache.commitPage(pageOf(more, cursor)));
	};
	await write(tickets);
	const model = { generation: { cache, views } } as unknown as Model;
	const ask = async (text: string, ticketId: string | null = null) => {
		const view = await similarPayload(model, { text, kind: "incident", ticketId });
		return { numbers: view?.tickets.map(({ row }) => row.number) ?? [], ...view };
	};
	return { ask, write, views };
}

const number = (counter: number) => `INC${String(counter).padStart(7, "0")}`;
const vpn = (counter: number, over: Partial<Ticket> = {}) =>
	makeTicket(counter, { shortDescription: `VPN drops every hour ${counter}`, teamId: "net", ...over });
const printer = (counter: number, over: Partial<Ticket> = {}) =>
	makeTicket(counter, { shortDescription: `Printer jams on floor ${counter}`, teamId: "desk", ...over });

describe("tickets like one", () => {
	it("are those with its words, the solved ones first, with how they were solved", async () => {
		const { ask } = await open([
			vpn(11),
			vpn(12, { ...SOLVED, closeNotes: "New client installed." }),
			printer(13),
			printer(14),
			makeTicket(15, { shortDescription: "Salary was not paid" }),
		]);
		const found = await ask("“vpn”, drops (every hour)");
		expect(found.numbers).toEqual([number(12), number(11)]);
		expect(found.tickets?.map(({ solution }) => solution)).toEqual([
			{ closeCode: SOLVED.closeCode, notes: "New client installed.", isWorkaround: false },
			null,
		]);
		expect((await ask("zebra crossing")).numbers).toEqual([]);
		expect((await ask("")).numbers).toEqual([]);
	});

	it("are not the ticket itself, none that is gone, and no approvals", async () => {
		const approval = makeTicket(13, { shortDescription: "VPN drops every hour", kind: "approval" });
		const { ask, views } = await open([vpn(11), vpn(12), approval]);
		expect((await ask("VPN drops every hour", makeUuid(11))).numbers).toEqual([number(12)]);
		expect([...views.similar.prepare()]).toEqual([]);
	});

	it("include what was written since, with the words it has now", async () => {
		const { ask, write } = await open([vpn(11), printer(12)]);
		expect((await ask("VPN drops")).numbers).toEqual([number(11)]);
		await write([vpn(13), printer(11, { revision: 2, shortDescription: "Monitor flickers" })]);
		expect((await ask("VPN drops")).numbers).toEqual([number(13)]);
		expect((await ask("monitor flickers")).numbers).toEqual([number(11)]);
	});

	it("are found however many came after the index was made", async () => {
		const { ask, write } = await open([vpn(1)]);
		expect((await ask("printer jams on floor")).numbers).toEqual([]);
		await write(Array.from({ length: 60 }, (_, index) => printer(100 + index)));
		// The first answer has them already; the next comes from an index of all.
		expect((await ask("printer jams on floor")).numbers).toHaveLength(6);
		expect((await ask("printer jams on floor 107")).numbers[0]).toBe(number(107));
	});
});

describe("the team they suggest", () => {
	const many = [
		...Array.from({ length: 9 }, (_, index) => vpn(index + 1)),
		...Array.from({ length: 9 }, (_, index) => printer(index + 21)),
	];

	it("is the one that has them now, by name, with how many", async () => {
		const { ask, write } = await open([...many, vpn(10, { teamId: "desk" })]);
		expect((await ask("VPN drops every day")).team).toEqual({
			teamId: "net",
			name: "Network",
			count: 9,
			of: 10,
		});
		await write(Array.from({ length: 9 }, (_, index) => vpn(index + 1, { teamId: "desk", revision: 2 })));
		expect((await ask("VPN drops every day")).team).toMatchObject({ teamId: "desk", count: 10 });
	});

	it("is none where nobody’s, other kinds’ or dissolved teams’ tickets are all there is", async () => {
		const { ask } = await open([
			vpn(1, { teamId: null }),
			vpn(2, { teamId: null }),
			vpn(3, { teamId: null }),
			...[4, 5, 6].map((counter) => vpn(counter, { teamId: "gone" })),
			...[7, 8, 9].map((counter) =>
				vpn(counter, { kind: "problem", number: `PRB000000${counter}`, state: 101 }),
			),
		]);
		const found = await ask("VPN drops every hour");
		expect(found.numbers).toHaveLength(6);
		expect(found.team).toBeNull();
	});
});
