import { describe, expect, it } from "vitest";
import { applyChange } from "./apply.ts";
import { openTicket } from "./open.ts";
import { type Act, BY_ITSELF } from "./response.ts";
import type { Note, Ticket, TicketPatch } from "./ticket.ts";

const comment: Note = { kind: "comment", text: "We are looking into it." };
const opening = { id: "i1", number: "INC0000001", kind: "incident", openedById: "ada", at: 1_000 } as const;
const set = { shortDescription: "VPN is down", callerId: "cleo" } as const;
const { ticket } = openTicket({ ...opening, set });

const by = (personId: string | null, note: Note | null = null): Act => ({ isByPerson: true, personId, note });
const isAnswered = ({ track }: Ticket): boolean => track.at(-1)?.[5] === 1;
const changed = (patch: TicketPatch, act: Act): Ticket => applyChange(ticket, patch, 2_000, act).ticket;

describe("the caller is answered", () => {
	it("when a person takes the ticket out of New", () => {
		expect(isAnswered(ticket)).toBe(false);
		expect(changed({ state: 2 }, by("ada")).track.at(-1)).toEqual([2_000, 2, 0, 5, null, 1]);
	});

	it("when a person moves it on that a rule had taken out of New", () => {
		const byRule = changed({ state: 2 }, BY_ITSELF);
		const held = { state: 3, holdReason: 4, followUpAt: 9_000 };
		expect(isAnswered(byRule)).toBe(false);
		expect(isAnswered(applyChange(byRule, held, 3_000, by("ada")).ticket)).toBe(true);
	});

	it("when a person comments in public, with nothing else changed", () => {
		expect(changed({}, by("ada", comment)).track).toEqual([
			[1_000, 1, 0, 5, null],
			[2_000, 1, 0, 5, null, 1],
		]);
		expect(isAnswered(openTicket({ ...opening, set, note: comment }).ticket)).toBe(true);
	});

	it("at once where it is opened and resolved while the call lasts", () => {
		const resolved = openTicket({ ...opening, set: { ...set, state: 6 } });
		expect(resolved.opened.track).toEqual([[1_000, 1, 0, 5, null]]);
		expect(isAnswered(resolved.ticket)).toBe(true);
	});

	it("not by assignment, whoever assigns", () => {
		expect(isAnswered(changed({ teamId: "t1", assigneeId: "ada" }, by("ada")))).toBe(false);
	});

	it("not by a rule that moves or comments", () => {
		expect(isAnswered(changed({ state: 2 }, BY_ITSELF))).toBe(false);
		expect(isAnswered(changed({}, { ...BY_ITSELF, note: comment }))).toBe(false);
		expect(isAnswered(openTicket({ ...opening, set, note: comment, by: "system" }).ticket)).toBe(false);
	});

	it("not by a work note, and not by their own words", () => {
		expect(isAnswered(changed({}, by("ada", { ...comment, kind: "workNote" })))).toBe(false);
		expect(isAnswered(changed({}, by("cleo", comment)))).toBe(false);
	});

	it("once for ever: nothing that comes later takes it back", () => {
		const taken = changed({ state: 2 }, by("ada"));
		const resolved = applyChange(taken, { state: 6, closeCode: "Duplicate", closeNotes: "x" }, 3_000).ticket;
		expect(isAnswered(applyChange(resolved, { state: 2 }, 4_000).ticket)).toBe(true);
	});
});
