import { describe, expect, it } from "vitest";
import { blankTicket } from "./blank.ts";
import { judgeChange, judgeStanding, possibleMoves } from "./judge.ts";
import type { Note, Ticket, TicketPatch } from "./ticket.ts";

const incident = (patch: Partial<Ticket>): Ticket => ({
	...blankTicket("0190a000-0000-7000-8000-000000000001", "incident", "INC0000001"),
	shortDescription: "VPN",
	callerId: "caller",
	...patch,
});
const refusalOf = (ticket: Ticket, set: TicketPatch, note?: Note) => {
	const verdict = judgeChange(ticket, { set, note, actor: "person" });
	return verdict.ok ? null : verdict.error;
};
const comment = { kind: "comment", text: "Which laptop is it?" } as const;

describe("a change judged by the lifecycle", () => {
	it("goes to In Progress only with a team or a person", () => {
		expect(refusalOf(incident({ state: 1 }), { state: 2 })).toMatchObject({
			code: "field_required",
			path: "assigneeId",
		});
		expect(refusalOf(incident({ state: 1 }), { state: 2, teamId: "t1" })).toBeNull();
	});

	it("goes on hold with a reason and a follow-up time, awaiting the caller with a comment too", () => {
		const ticket = incident({ state: 2, teamId: "t1" });
		expect(refusalOf(ticket, { state: 3, followUpAt: 1 })?.path).toBe("holdReason");
		expect(refusalOf(ticket, { state: 3, holdReason: 4 })?.path).toBe("followUpAt");
		expect(refusalOf(ticket, { state: 3, holdReason: 4, followUpAt: 1 })).toBeNull();
		expect(refusalOf(ticket, { state: 3, holdReason: 1, followUpAt: 1 })?.code).toBe("note_required");
		const workNote = { kind: "workNote", text: "asked by phone" } as const;
		expect(refusalOf(ticket, { state: 3, holdReason: 1, followUpAt: 1 }, workNote)?.path).toBe("note");
		expect(refusalOf(ticket, { state: 3, holdReason: 1, followUpAt: 1 }, comment)).toBeNull();
	});

	it("knows a hold reason only on hold, and only the field's own", () => {
		const ticket = incident({ state: 2, teamId: "t1" });
		expect(refusalOf(ticket, { holdReason: 4 })).toMatchObject({
			code: "value_not_allowed",
			path: "holdReason",
		});
		expect(refusalOf(ticket, { state: 3, holdReason: 99, followUpAt: 1 })?.code).toBe("value_not_allowed");
		expect(refusalOf(incident({ state: 3, holdReason: 4, followUpAt: 1 }), { followUpAt: 2 })).toBeNull();
	});

	it("resolves with a close code of the field and with notes that say something", () => {
		const ticket = incident({ state: 2, teamId: "t1" });
		const closeCode = "Solved (Permanently)";
		expect(refusalOf(ticket, { state: 6, closeCode })?.path).toBe("closeNotes");
		expect(refusalOf(ticket, { state: 6, closeCode, closeNotes: "  " })?.path).toBe("closeNotes");
		expect(refusalOf(ticket, { state: 6, closeCode: "Done", closeNotes: "x" })?.path).toBe("closeCode");
		expect(refusalOf(ticket, { state: 6, closeCode, closeNotes: "new cable" })).toBeNull();
	});

	it("is asked for nothing by fields that it doesn't touch: imported tickets may lack them", () => {
		const imported = incident({ state: 6, closeCode: "code 7", closeNotes: null });
		expect(refusalOf(imported, { category: "Network" })).toBeNull();
		expect(refusalOf(imported, { closeNotes: "" })?.path).toBe("closeNotes");
	});

	it("says where a ticket may go from here when a move is refused", () => {
		const refusal = refusalOf(incident({ state: 6 }), { state: 3, holdReason: 4, followUpAt: 1 });
		expect(refusal?.message).toBe(
			"INC0000001 can’t go from Resolved to On Hold. From here it may go to In Progress.",
		);
	});

	it("closes by itself, not by hand", () => {
		const ticket = incident({ state: 6 });
		expect(refusalOf(ticket, { state: 7 })?.message).toContain("by itself");
		expect(judgeChange(ticket, { set: { state: 7 }, actor: "system" }).ok).toBe(true);
		expect(possibleMoves(ticket).map(({ to }) => to)).toEqual([2]);
	});

	it("takes notes on a ticket that is over, and nothing else", () => {
		const over = incident({ state: 8 });
		expect(refusalOf(over, {}, comment)).toBeNull();
		expect(refusalOf(over, { category: "x" })?.code).toBe("ticket_over");
		expect(refusalOf(over, { state: 1 })?.code).toBe("move_not_allowed");
	});

	it("is refused for a state that the kind doesn't have", () => {
		expect(refusalOf(incident({ state: 1 }), { state: 104 })?.code).toBe("no_such_state");
	});
});

const BY_HAND = { set: {}, actor: "person" } as const;

describe("a ticket that is being opened", () => {
	it("needs a caller and a short description", () => {
		expect(judgeStanding(incident({}), BY_HAND).ok).toBe(true);
		expect(judgeStanding(incident({ callerId: null }), BY_HAND)).toMatchObject({
			error: { path: "callerId" },
		});
		expect(judgeStanding(incident({ shortDescription: " " }), BY_HAND).ok).toBe(false);
	});
});

describe("a problem", () => {
	const problem = (patch: Partial<Ticket>): Ticket => ({
		...blankTicket("0190a000-0000-7000-8000-000000000002", "problem", "PRB0000001"),
		shortDescription: "Why?",
		assigneeId: "ada",
		...patch,
	});

	it("is a known error once it is analysed and there is a way around it, and says which is missing", () => {
		const ticket = problem({ state: 103, $causeNotes: "Worn out" });
		expect(refusalOf(problem({ state: 103 }), { $isKnownError: 1 })).toMatchObject({ path: "$causeNotes" });
		expect(refusalOf(ticket, { $isKnownError: 1 })).toEqual({
			code: "field_required",
			message: "“Known error” needs a workaround.",
			path: "$workaround",
		});
		expect(refusalOf(ticket, { $isKnownError: 1, $workaround: "Restart it" })).toBeNull();
	});

	it("that is resolved is completed as fixed and as nothing else", () => {
		const resolved = problem({
			state: 106,
			closeCode: "fix_applied",
			$causeNotes: "Worn out",
			$fixNotes: "Replaced",
		});
		expect(refusalOf(resolved, { state: 107 })).toBeNull();
		expect(refusalOf(resolved, { state: 107, closeCode: "risk_accepted", closeNotes: "x" })?.path).toBe(
			"closeCode",
		);
	});
});
