import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "../../../shared/ticket/apply.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeChangeEntry, makeCreateEntry } from "../outbox/make-entry.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { isInOverlay } from "./overlay.ts";
import { showIntents } from "./show-intents.ts";

const base = makeTicket(1);
const BY_ADA = { isByPerson: true, personId: "p1", note: null };
const patches: readonly TicketPatch[] = [
	{ impact: 1 },
	{ urgency: 1 },
	{ assigneeId: "p1", state: 2 },
	{ shortDescription: "Else" },
	{},
];

function entryOf(index: number, set: TicketPatch, change: Partial<OutboxEntry> = {}): OutboxEntry {
	const making = {
		intentId: makeUuid(100 + index),
		personId: "p1",
		occurredAt: 1_700_100_000_000 + index,
		numbers: { order: index, provisional: 0 },
	};
	return { ...makeChangeEntry({ shown: base, base }, { ticketId: base.id, set }, making), ...change };
}

describe("what the screen shows", () => {
	it("is the base with every pending edit applied in order, and exactly the base without any", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...patches)), (sets) => {
				const lane = sets.map((set, index) => entryOf(index, set));
				const expected = sets.reduce<Ticket>(
					(ticket, set, index) => applyChange(ticket, set, 1_700_100_000_000 + index, BY_ADA).ticket,
					base,
				);
				const shown = showIntents(base, lane);
				expect(shown?.ticket).toEqual(expected);
				expect(shown?.history).toHaveLength(sets.length);
			}),
		);
	});

	it("leaves out an edit that needs a person, as the desk's truth stands", () => {
		const lane = [entryOf(1, { impact: 1 }, { phase: "needs-you" }), entryOf(2, { urgency: 1 })];
		expect(showIntents(base, lane)?.ticket).toMatchObject({ impact: 3, urgency: 1 });
	});

	it("is a ticket made here, under its provisional number until the desk has numbered it", () => {
		const making = {
			intentId: makeUuid(7),
			personId: "p1",
			occurredAt: 5,
			numbers: { order: 1, provisional: 3 },
		};
		const set = {
			shortDescription: "VPN",
			callerId: "c1",
			state: 6,
			closeCode: "Duplicate",
			closeNotes: "done",
		};
		const entry = makeCreateEntry(
			makeUuid(6),
			{ kind: "incident", set, note: { kind: "workNote", text: "hm" } },
			making,
		);
		const shown = showIntents(null, [entry]);
		expect(shown?.ticket).toMatchObject({ number: "NEW-3", state: 6, resolvedAt: 5 });
		expect(shown?.history.map(({ type, note }) => [type, note?.text])).toEqual([
			["created", undefined],
			["changed", "hm"],
		]);
		const answer = { epoch: "e1", seq: 4, revision: 2, number: "INC0000009", at: 6 };
		expect(showIntents(null, [{ ...entry, phase: "applied", answer }])?.ticket.number).toBe("INC0000009");
	});
});

describe("an applied edit", () => {
	const applied = entryOf(
		1,
		{ impact: 1 },
		{ phase: "applied", answer: { epoch: "e1", seq: 10, revision: 2, number: "INC0000001", at: 1 } },
	);

	it.each([
		[{ epoch: "e1", cursor: 9, head: 10, baseRevision: 1 }, true],
		[{ epoch: "e1", cursor: 10, head: 11, baseRevision: 1 }, true],
		[{ epoch: "e1", cursor: 10, head: 10, baseRevision: 1 }, false],
		[{ epoch: "e1", cursor: 9, head: 10, baseRevision: 2 }, false],
		[{ epoch: "e2", cursor: 0, head: 0, baseRevision: 0 }, false],
	])("stays on screen until the cache has it: %o", (standing, isShown) => {
		expect(isInOverlay(applied, standing)).toBe(isShown);
	});
});
