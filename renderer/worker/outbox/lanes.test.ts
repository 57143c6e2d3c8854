import { describe, expect, it } from "vitest";
import { makeTicket, makeUuid } from "../fixture.ts";
import type { OutboxPhase } from "../storage/outbox-store.ts";
import { blockedEntries, nextBatch } from "./lanes.ts";
import { makeChangeEntry, makeCreateEntry } from "./make-entry.ts";

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

	it("of tickets that name one which is not made yet wait for it, however it is held up", () => {
		const problem = makeTicket(9);
		const making = (order: number) => ({
			intentId: makeUuid(order),
			personId: "p1",
			occurredAt: 1,
			numbers: { order, provisional: order },
		});
		const set = { shortDescription: "Why?" };
		const made = makeCreateEntry(problem.id, { kind: "problem", set }, making(1));
		const incident = makeTicket(8);
		const linking = makeChangeEntry(
			{ shown: incident, base: incident },
			{ ticketId: incident.id, set: { problemId: problem.id } },
			making(2),
		);
		const lanes = [made, linking, { ...entry(3, 8, "pending") }, entry(4, 7, "pending")];
		const orders = (first: typeof made) =>
			nextBatch([first, ...lanes.slice(1)], 200).map(({ order }) => order);
		expect(orders(made)).toEqual([1, 2, 3, 4]);
		expect(orders({ ...made, phase: "needs-you" })).toEqual([4]);
		expect(orders({ ...made, waitsFor: ["file"] })).toEqual([4]);
		expect(orders({ ...made, phase: "applied" })).toEqual([2, 3, 4]);
		expect([...blockedEntries([{ ...made, phase: "needs-you" }, ...lanes.slice(1)])]).toEqual([
			makeUuid(2),
			makeUuid(3),
		]);
	});
});
