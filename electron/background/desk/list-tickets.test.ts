import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TicketPage } from "../../../shared/api/tickets.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;

beforeAll(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
	const set = (shortDescription: string, over: object = {}) => ({
		set: { shortDescription, callerId: "ada", ...over },
	});
	await desk.send(
		opening(set("VPN drops every hour", { impact: 1, urgency: 1 })),
		opening(set("Printer jams 100% of the time", { teamId: "network" })),
		opening(set("VPN certificate ran out", { teamId: "servers", assigneeId: "ben" })),
		opening({ kind: "problem", set: { shortDescription: "VPN, again" } }),
	);
	const printer = await desk.readTicket("inc2");
	await desk.send(changing(printer, { state: 8 }));
});
afterAll(() => desk.close());

const numbersOf = async (query: string): Promise<readonly string[]> => {
	const { body } = await desk.ask(`/api/tickets?order=number&${query}`);
	return (body as TicketPage).tickets.map((ticket) => ticket.number);
};

describe("the list of tickets", () => {
	it("filters by kind, state, priority, team and assignee", async () => {
		expect(await numbersOf("kind=problem")).toEqual(["PRB0000001"]);
		expect(await numbersOf("kind=incident&state=open")).toEqual(["INC0000001", "INC0000003"]);
		expect(await numbersOf("state=8,2")).toEqual(["INC0000002"]);
		expect(await numbersOf("priority=1,2")).toEqual(["INC0000001"]);
		expect(await numbersOf("teamId=network,servers")).toEqual(["INC0000002", "INC0000003"]);
		expect(await numbersOf("kind=incident&assigneeId=ben,none&teamId=none,servers")).toEqual([
			"INC0000001",
			"INC0000003",
		]);
	});

	it("finds by words in any order, by number, and takes % for itself", async () => {
		expect(await numbersOf("text=certificate%20vpn")).toEqual(["INC0000003"]);
		expect(await numbersOf("text=inc3")).toEqual(["INC0000003"]);
		expect(await numbersOf("text=100%25")).toEqual(["INC0000002"]);
		expect(await numbersOf("text=%25")).toEqual(["INC0000002"]);
	});

	it("pages in an order that neither repeats nor skips, and counts all", async () => {
		const { body } = await desk.ask("/api/tickets?order=-priority&limit=2");
		expect(body).toMatchObject({ total: 4, tickets: [{ priority: 5 }, { priority: 5 }] });
		const pages = await Promise.all(
			[0, 1, 2, 3].map((offset) => desk.ask(`/api/tickets?order=-priority&limit=1&offset=${offset}`)),
		);
		const ids = pages.map(({ body: page }) => (page as TicketPage).tickets[0]?.id);
		expect(new Set(ids).size).toBe(4);
	});

	it("refuses what it doesn't know, with its path", async () => {
		for (const [query, path] of [
			["colour=red", "colour"],
			["state=nearly", "state"],
			["priority=1;2", "priority"],
			["limit=0", "limit"],
			["order=colour", "order"],
		]) {
			expect(await desk.ask(`/api/tickets?${query}`)).toMatchObject({
				status: 400,
				body: { error: { code: "invalid_request", path } },
			});
		}
	});

	it("knows a ticket by any form of its number", async () => {
		for (const key of ["INC0000001", "inc1", "Inc-0001", "inc%201"]) {
			expect(await desk.readTicket(key)).toMatchObject({ number: "INC0000001" });
		}
		expect((await desk.ask("/api/tickets/INC9")).status).toBe(404);
		expect((await desk.ask("/api/tickets/inc")).status).toBe(404);
	});
});
