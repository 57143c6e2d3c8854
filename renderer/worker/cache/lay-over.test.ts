import { describe, expect, it } from "vitest";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeChangeEntry } from "../outbox/make-entry.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { openCache } from "./open-cache.ts";

function edit(order: number, ticketCounter: number, title: string) {
	const ticket = makeTicket(ticketCounter);
	return makeChangeEntry(
		{ shown: ticket, base: ticket },
		{ ticketId: ticket.id, set: { shortDescription: title } },
		{
			intentId: makeUuid(1_000 + order),
			personId: "p1",
			occurredAt: 1,
			numbers: { order, provisional: 0 },
		},
	);
}

async function openWith(tickets: readonly number[]) {
	const cache = await openCache(makeMemoryCacheStores(), {
		name: "one",
		epoch: "e1",
		makeId: () => "i1",
		now: () => 1_800_000_000_000,
	});
	const changes = tickets.map((counter, index) => {
		const row = makeTicket(counter);
		return { seq: index + 1, kind: "ticket", id: row.id, row } as const;
	});
	const head = tickets.length;
	await cache.commitPage({ epoch: "e1", head, next: head, hasMore: false, left: 0, serverTime: 1, changes });
	return cache;
}

describe("laying pending edits over the cache", () => {
	const [first, second, third] = [edit(1, 1, "One"), edit(2, 2, "Two"), edit(3, 2, "Two again")];

	it("touches only the tickets whose lane has changed", async () => {
		const cache = await openWith([1, 2, 3]);
		await cache.layOver([first, second]);
		const { ticketIds } = await cache.layOver([first, second, third]);
		expect([...ticketIds]).toEqual([makeUuid(2)]);
		expect(cache.overlay.shownOf(makeUuid(1))?.ticket.shortDescription).toBe("One");
		expect(cache.overlay.shownOf(makeUuid(2))?.ticket.shortDescription).toBe("Two again");
	});

	it("shows the desk's own again where the last edit of a lane is gone", async () => {
		const cache = await openWith([1, 2]);
		await cache.layOver([first, second]);
		const { ticketIds } = await cache.layOver([first]);
		expect([...ticketIds]).toEqual([makeUuid(2)]);
		expect(cache.overlay.has(makeUuid(2))).toBe(false);
		expect((await cache.readBase(makeUuid(2)))?.shortDescription).toBe("Ticket 2");
	});
});
