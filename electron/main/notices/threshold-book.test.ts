import { describe, expect, it } from "vitest";
import { ThresholdBook } from "./threshold-book.ts";
import type { WatchedTicket } from "./watched-ticket.ts";

const NOW = 1_000_000;
const call = { policyId: "sla-resolution", percent: 75, at: NOW + 100, to: "assignee" } as const;

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

function begin(...tickets: readonly WatchedTicket[]): ThresholdBook {
	const book = new ThresholdBook();
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
