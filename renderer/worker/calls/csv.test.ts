import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { COLUMN_IDS } from "../../../shared/view/columns.ts";
import { EMPTY_STATE } from "../cache/open-cache.ts";
import { TicketCache } from "../cache/ticket-cache.ts";
import type { Model } from "../engine/model.ts";
import { makeTicket } from "../fixture.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { ViewEngine } from "../views/view-engine.ts";
import type { QueueRow, ViewQuery } from "../views/view-protocol.ts";
import { makeCsv } from "./csv.ts";
import { makeCsvCalls } from "./csv-export.ts";

const ROW: QueueRow = {
	id: "1",
	kind: "incident",
	number: "INC0000001",
	shortDescription: 'She said "no",\nthen left',
	state: 3,
	holdReason: 1,
	sourceState: null,
	priority: 1,
	impact: 1,
	urgency: 1,
	teamId: "t1",
	teamName: "=HYPERLINK(1)",
	assigneeId: null,
	assigneeName: null,
	callerId: "c1",
	callerName: "+49 Ümit",
	ciName: "＝cmd",
	serviceName: "Mail; web",
	openedAt: 0,
	updatedAt: 1_000,
	dueAt: null,
	isBreached: true,
	isClockPaused: true,
	isResponseDue: false,
	isKnownError: false,
	followUp: null,
	pendingCount: 0,
	needsYou: false,
	tags: [],
	handovers: 2,
};

describe("a list as CSV", () => {
	it("reads back cell by cell, with a byte order mark, and runs no formula in a spreadsheet", () => {
		const { head, record } = makeCsv(COLUMN_IDS);
		const text = head + record(ROW);
		expect(text.charCodeAt(0)).toBe(0xfeff);
		expect(text.endsWith("\r\n")).toBe(true);
		const [row] = parse<Record<string, string>>(text, { columns: true, bom: true });
		expect(row).toEqual({
			Number: "INC0000001",
			Kind: "incident",
			"Short description": ROW.shortDescription,
			State: "On Hold",
			"Hold reason": "Awaiting Caller",
			Priority: "1",
			Impact: "1",
			Urgency: "1",
			Caller: "'+49 Ümit",
			Team: "'=HYPERLINK(1)",
			Assignee: "",
			Service: "Mail; web",
			CI: "'＝cmd",
			Due: "",
			Breached: "yes",
			Opened: "1970-01-01 00:00:00Z",
			Updated: "1970-01-01 00:00:01Z",
			Handovers: "2",
		});
	});

	it("has the columns that are shown, in their order", () => {
		const { head, record } = makeCsv(["team", "number", "due"]);
		expect(head).toBe("\uFEFFTeam,Number,Due,Breached\r\n");
		expect(record({ ...ROW, teamName: "Network" })).toBe("Network,INC0000001,,yes\r\n");
	});

	it.each(["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＋1"])(
		"guards a cell that begins as %j",
		(text) => {
			const rows: string[][] = parse(makeCsv(["team"]).record({ ...ROW, teamName: text }), {
				columns: false,
			});
			const cell = rows[0]?.[0];
			expect(cell).toBe(`'${text}`);
		},
	);
});

const ALL: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: false,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "number", isDescending: true },
};

describe("a whole view as CSV", () => {
	const TICKETS = 12_000;
	async function makeModel() {
		const store = await makeMemoryCacheStores().open("test");
		const emptyState = { ...EMPTY_STATE, format: "test", epoch: "e1", instance: "i1" };
		const cache = new TicketCache({ store, snapshot: await store.load(), emptyState, now: () => 0 });
		const changes = Array.from({ length: TICKETS }, (_, index) => {
			const row = makeTicket(index + 1);
			return { seq: index + 1, kind: "ticket" as const, id: row.id, row };
		});
		const page = { epoch: "e1", head: TICKETS, next: TICKETS, hasMore: false, left: 0, serverTime: 0 };
		await cache.commitPage({ ...page, changes });
		const views = new ViewEngine(cache, { personId: null, teamIds: [] }, () => 0);
		let ids = 0;
		const makeId = () => {
			ids += 1;
			return `export-${ids}`;
		};
		return { generation: { cache, views }, makeId } as unknown as Model;
	}

	it("comes in parts that together are all of its rows, in its order", async () => {
		const { beginCsv, nextCsv } = makeCsvCalls(await makeModel());
		const begun = beginCsv({ query: ALL, columns: ["number", "site"] });
		expect(begun).toMatchObject({ total: TICKETS, head: "\uFEFFNumber\r\n" });
		const texts: string[] = [];
		for (;;) {
			const part = nextCsv(begun?.exportId ?? "");
			expect(part).not.toBeNull();
			texts.push(part?.text ?? "");
			expect(part?.done).toBe(Math.min(TICKETS, texts.length * 5_000));
			if (!part || part.isLast) break;
		}
		expect(texts).toHaveLength(3);
		const numbers = texts.join("").trimEnd().split("\r\n");
		expect(numbers).toHaveLength(TICKETS);
		expect(numbers).toEqual(numbers.toSorted().toReversed());
		expect(nextCsv(begun?.exportId ?? "")).toBeNull();
	});

	it("is given up for another one", async () => {
		const { beginCsv, nextCsv } = makeCsvCalls(await makeModel());
		const first = beginCsv({ query: ALL, columns: ["number"] });
		const second = beginCsv({ query: ALL, columns: ["number"] });
		expect(nextCsv(first?.exportId ?? "")).toBeNull();
		expect(nextCsv(second?.exportId ?? "")).toMatchObject({ rows: 5_000, isLast: false });
	});
});
