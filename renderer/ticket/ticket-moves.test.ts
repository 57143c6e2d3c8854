import { describe, expect, test } from "vitest";
import { openTicket } from "../../shared/ticket/open.ts";
import type { Ticket, TicketPatch } from "../../shared/ticket/ticket.ts";
import { fieldsToAsk, noteNeeded, ticketMoves } from "./ticket-moves.ts";

function incident(set: TicketPatch): Ticket {
	const { ticket } = openTicket({
		id: "0190a000-0000-7000-8000-000000000001",
		number: "INC0000001",
		kind: "incident",
		openedById: "p1",
		at: 1_000,
		set: { shortDescription: "VPN", callerId: "c1" },
	});
	return { ...ticket, ...set };
}

function moveTo(from: Ticket, to: number) {
	const found = ticketMoves(from).find(({ move }) => move.to === to);
	if (!found) throw new Error(`no move to ${to}`);
	return found.move;
}

function asked(from: Ticket, to: number, values: TicketPatch = {}) {
	return fieldsToAsk(from, moveTo(from, to), values);
}

describe("the moves offered", () => {
	test("are those of the lifecycle, by what they mean", () => {
		expect(ticketMoves(incident({})).map(({ meaning }) => meaning)).toEqual([
			"start",
			"hold",
			"resolve",
			"cancel",
		]);
		expect(ticketMoves(incident({ state: 6 })).map(({ meaning }) => meaning)).toEqual(["reopen"]);
		expect(ticketMoves(incident({ state: 7 }))).toEqual([]);
	});

	test("never include what only happens by itself", () => {
		expect(ticketMoves(incident({ state: 6 })).some(({ to }) => to.value === 7)).toBe(false);
	});
});

describe("what a move asks for", () => {
	test("hold asks for its reason and follow-up, resolve for code and notes, even when filled before", () => {
		expect(asked(incident({}), 3)).toEqual(["holdReason", "followUpAt"]);
		const resolvedBefore = incident({ closeCode: "Duplicate", closeNotes: "see other" });
		expect(asked(resolvedBefore, 6)).toEqual(["closeCode", "closeNotes"]);
	});

	test("work asks who does it only while nobody does", () => {
		expect(asked(incident({}), 2)).toEqual(["assigneeId", "teamId"]);
		expect(asked(incident({ teamId: "t1" }), 2)).toEqual([]);
	});

	test("only waiting for the caller needs a comment", () => {
		const open = incident({});
		expect(noteNeeded(open, moveTo(open, 3), { holdReason: 1 })?.note).toBe("comment");
		expect(noteNeeded(open, moveTo(open, 3), { holdReason: 4 })).toBeUndefined();
		expect(noteNeeded(open, moveTo(open, 6), {})).toBeUndefined();
	});
});
