import { array, assert, integer, nat, property } from "fast-check";
import { expect, it } from "vitest";
import { INTENT_VERSION } from "../../../shared/api/intents.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { LaneIndex } from "./lane-index.ts";

function makeEntry(order: number, ticket: number): OutboxEntry {
	const intent = {
		v: INTENT_VERSION,
		id: `i${order}`,
		ticketId: `t${ticket}`,
		occurredAt: 0,
		counter: order,
		type: "change",
		baseRevision: 1,
		base: {},
		set: {},
	} as const;
	return {
		id: intent.id,
		personId: "p1",
		order,
		intent,
		phase: "pending",
		seen: null,
		provisionalNumber: null,
		queuedAt: 0,
		attempts: 0,
		reason: null,
		conflict: null,
		answer: null,
	};
}

it("is what grouping all entries gives, whatever was added, changed or removed since", () => {
	const added = array(nat(4), { maxLength: 4 });
	const places = array(nat(30), { maxLength: 3 });
	const step = property(
		array(added, { minLength: 1, maxLength: 10 }),
		array(places, { minLength: 10, maxLength: 10 }),
		array(integer({ min: 0, max: 2 }), { minLength: 10, maxLength: 10 }),
		(additions, changes, kinds) => {
			const index = new LaneIndex();
			let entries: readonly OutboxEntry[] = [];
			let order = 0;
			for (const [round, tickets] of additions.entries()) {
				const isChanged = (at: number) => changes[round]?.includes(at) ?? false;
				if (kinds[round] === 1) entries = entries.filter((_, at) => !isChanged(at));
				if (kinds[round] === 2)
					entries = entries.map((entry, at) => (isChanged(at) ? { ...entry, attempts: 1 } : entry));
				entries = [...entries, ...tickets.map((ticket) => makeEntry(++order, ticket))];
				const expected = Map.groupBy(entries, ({ intent }) => intent.ticketId);
				expect(new Map(index.take(entries))).toEqual(expected);
				for (const [ticketId, lane] of expected)
					expect(
						index
							.take(entries)
							.get(ticketId)
							?.every((entry, at) => entry === lane[at]),
					).toBe(true);
			}
		},
	);
	assert(step, { numRuns: 200 });
});
