import { describe, expect, it } from "vitest";
import { CallBook } from "./call-book.ts";
import type { WatchedTicket } from "./watched-ticket.ts";

const NOW = 1_000_000;
const call = { kind: "threshold", key: "sla-resolution 75", at: NOW + 100, to: "assignee" } as const;
const followUp = { kind: "followUp", key: "follow-up 1", at: NOW + 200, to: "assignee" } as const;

function ticket(fields: Partial<WatchedTicket> = {}): WatchedTicket {
	return {
		id: "1",
		number: "INC1",
		shortDescription: "Printer on fire",
		isOpen: true,
		isP1: false,
		teamId: "network",
		assigneeId: "me",
		openedById: null,
		dueAt: NOW + 500,
		calls: [call],
		...fields,
	};
}

function begin(...tickets: readonly WatchedTicket[]): CallBook {
	const book = new CallBook();
	book.setReader({ personId: "me", teamIds: ["network"] });
	book.begin(tickets, NOW);
	return book;
}

describe("a threshold that is to be told", () => {
	it("is told once, when it is passed", () => {
		const book = begin(ticket());
		expect(book.nextAt()).toBe(NOW + 100);
		expect(book.tick(NOW + 99)).toEqual([]);
		expect(book.tick(NOW + 100)).toMatchObject([{ kind: "threshold", number: "INC1" }]);
		expect(book.tick(NOW + 101)).toEqual([]);
		expect(book.nextAt()).toBeNull();
	});

	it("is none where it was past before the watch began, or where the clock was put right", () => {
		expect(begin(ticket({ calls: [{ ...call, at: NOW }] })).tick(NOW + 1)).toEqual([]);
		const book = begin(ticket());
		book.change(ticket({ calls: [] }));
		expect(book.tick(NOW + 1_000)).toEqual([]);
	});

	it("is for the assignee, for the team where there is none, and for nobody else", () => {
		expect(begin(ticket({ assigneeId: "other" })).tick(NOW + 100)).toEqual([]);
		expect(begin(ticket({ assigneeId: null })).tick(NOW + 100)).toHaveLength(1);
		const ofTeam = { ...call, to: "team" } as const;
		expect(begin(ticket({ assigneeId: "other", calls: [ofTeam] })).tick(NOW + 100)).toHaveLength(1);
		expect(begin(ticket({ teamId: "apps", calls: [ofTeam] })).tick(NOW + 100)).toEqual([]);
	});
});

describe("a follow-up", () => {
	it("is told when its time comes, beside a threshold, and again when it was put off", () => {
		const book = begin(ticket({ calls: [call, followUp] }));
		expect(book.tick(NOW + 300).map(({ kind }) => kind)).toEqual(["threshold", "followUp"]);
		const later = { ...followUp, key: "follow-up 2", at: NOW + 400 };
		book.change(ticket({ calls: [call, later] }));
		expect(book.nextAt()).toBe(NOW + 400);
		expect(book.tick(NOW + 400)).toMatchObject([{ kind: "followUp", number: "INC1" }]);
	});

	it("is for who has the ticket, and for the team where nobody has", () => {
		const calls = [followUp];
		expect(begin(ticket({ calls, assigneeId: "other" })).tick(NOW + 300)).toEqual([]);
		expect(begin(ticket({ calls, assigneeId: null })).tick(NOW + 300)).toHaveLength(1);
	});
});
