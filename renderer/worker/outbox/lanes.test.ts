import { describe, expect, it } from "vitest";
import { makeTicket, makeUuid } from "../fixture.ts";
import type { OutboxPhase } from "../storage/outbox-store.ts";
import { blockedEntries, nextBatch } from "./lanes.ts";
import { makeChangeEntry } from "./make-entry.ts";

function entry(order: number, ticketCounter: number, phase: OutboxPhase) {
	const ticket = makeTicket(ticketCounter);
	const making = {
		intentId: makeUuid(order),
		personId: "p1",
		occurredAt: 1,
		numbers: { order, provisional: 0 },
	};
	return {
		...makeChangeEntry({ shown: ticket, base: ticket }, { ticketId: ticket.id, set: { impact: 1 } }, making),
		phase,
	};
}

describe("lanes", () => {
	const entries = [
		entry(1, 1, "needs-you"),
		entry(2, 2, "pending"),
		entry(3, 1, "pending"),
		entry(4, 2, "pending"),
		entry(5, 3, "applied"),
		entry(6, 3, "pending"),
	];

	it("stop behind what needs a person; all other tickets go on, each in order", () => {
		expect(nextBatch(entries, 200).map(({ order }) => order)).toEqual([2, 4, 6]);
		expect([...blockedEntries(entries)]).toEqual([makeUuid(3)]);
	});

	it("are sent in batches of a bounded size", () => {
		expect(nextBatch(entries, 2).map(({ order }) => order)).toEqual([2, 4]);
	});
});
