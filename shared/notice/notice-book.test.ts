import { describe, expect, it } from "vitest";
import { NoticeBook } from "./notice-book.ts";
import type { WatchedTicket } from "./watched-ticket.ts";

const NOW = 1_000_000;

function ticket(id: string, fields: Partial<WatchedTicket> = {}): WatchedTicket {
	return {
		id,
		number: `INC${id}`,
		shortDescription: "Printer on fire",
		isOpen: true,
		isP1: false,
		teamId: null,
		assigneeId: null,
		openedById: null,
		dueAt: null,
		calls: [],
		...fields,
	};
}

function begin(tickets: readonly WatchedTicket[] = []): NoticeBook {
	const book = new NoticeBook({ personId: "me", teamIds: ["network"] });
	book.begin(tickets, NOW);
	return book;
}

describe("new P1s", () => {
	it("are told once, whoever they belong to", () => {
		const book = begin();
		const opened = ticket("1", { isP1: true, assigneeId: "other", teamId: "apps" });
		expect(book.change(opened, NOW)).toMatchObject({ kind: "p1", number: "INC1" });
		expect(book.change({ ...opened, assigneeId: "me" }, NOW)).toBeNull();
	});

	it("are told when a ticket rises to P1, and again when it rises again", () => {
		const book = begin([ticket("1")]);
		expect(book.change(ticket("1", { isP1: true }), NOW)?.kind).toBe("p1");
		expect(book.change(ticket("1"), NOW)).toBeNull();
		expect(book.change(ticket("1", { isP1: true }), NOW)?.kind).toBe("p1");
	});

	it("are not told to who opened them", () => {
		expect(begin().change(ticket("1", { isP1: true, openedById: "me" }), NOW)).toBeNull();
	});

	it("are no news when they were there before the watch began", () => {
		const book = begin([ticket("1", { isP1: true })]);
		expect(book.change(ticket("1", { isP1: true, assigneeId: "me" }), NOW)).toBeNull();
	});
});

describe("breaches", () => {
	it("are told when time runs out, once", () => {
		const book = begin([ticket("1", { assigneeId: "me", dueAt: NOW + 10 })]);
		expect(book.nextDueAt()).toBe(NOW + 10);
		expect(book.tick(NOW + 9)).toEqual([]);
		expect(book.tick(NOW + 10)).toMatchObject([{ kind: "breach", ticketId: "1" }]);
		expect(book.tick(NOW + 20)).toEqual([]);
		expect(book.nextDueAt()).toBeNull();
	});

	it.each([
		["mine", { assigneeId: "me" }, 1],
		["nobody's in my team", { teamId: "network" }, 1],
		["a colleague's", { teamId: "network", assigneeId: "other" }, 0],
		["another team's", { teamId: "apps" }, 0],
		["a P1 of another team", { teamId: "apps", isP1: true }, 1],
	] as const)("of a ticket that is %s are told %#", (_, fields, count) => {
		const book = begin([ticket("1", { ...fields, dueAt: NOW + 1 })]);
		expect(book.tick(NOW + 1)).toHaveLength(count);
	});

	it("from before the watch began are no news", () => {
		const book = begin([ticket("1", { assigneeId: "me", dueAt: NOW - 1 })]);
		expect(book.tick(NOW + 1)).toEqual([]);
		expect(book.change(ticket("1", { assigneeId: "me", dueAt: NOW - 1 }), NOW)).toBeNull();
	});

	it("are told anew after the clock was put right", () => {
		const book = begin([ticket("1", { assigneeId: "me", dueAt: NOW - 1 })]);
		expect(book.change(ticket("1", { assigneeId: "me", dueAt: NOW + 5 }), NOW)).toBeNull();
		expect(book.tick(NOW + 5)).toHaveLength(1);
	});

	it("of a ticket that just became P1 are told as the P1 alone", () => {
		const book = begin([ticket("1")]);
		expect(book.change(ticket("1", { isP1: true, dueAt: NOW - 1 }), NOW)?.kind).toBe("p1");
		expect(book.tick(NOW)).toEqual([]);
	});

	it("end with the ticket", () => {
		const book = begin([ticket("1", { assigneeId: "me", dueAt: NOW + 1 })]);
		expect(book.change(ticket("1", { isOpen: false }), NOW)).toBeNull();
		expect(book.tick(NOW + 2)).toEqual([]);
	});
});

describe("attention", () => {
	it("counts open P1s and what is breached and mine, each ticket once", () => {
		const book = begin([
			ticket("1", { isP1: true, dueAt: NOW - 1 }),
			ticket("2", { assigneeId: "me", dueAt: NOW - 1 }),
			ticket("3", { assigneeId: "other", dueAt: NOW - 1 }),
			ticket("4", { assigneeId: "me", dueAt: NOW + 1 }),
		]);
		expect(book.attention()).toBe(2);
		book.tick(NOW + 1);
		expect(book.attention()).toBe(3);
		book.remove("1");
		expect(book.attention()).toBe(2);
	});
});
