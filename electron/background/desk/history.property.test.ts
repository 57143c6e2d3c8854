import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change } from "../../../shared/api/changes.ts";
import type { TicketDetail } from "../../../shared/api/tickets.ts";
import type { FieldChanges } from "../../../shared/ticket/apply.ts";
import { foldHistory } from "../../../shared/ticket/fold.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;

beforeAll(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterAll(() => desk.close());

/** What somebody tries: allowed or not, from what is there now or from an old standing. */
const attempt = fc.record({
	isStale: fc.boolean(),
	delayMs: fc.integer({ min: -100_000, max: 100_000 }),
	note: fc.option(fc.constantFrom("comment", "workNote"), { nil: undefined }),
	set: fc.oneof(
		fc.record({ state: fc.constantFrom(1, 2, 6, 7, 8, 99) }),
		fc.record({ state: fc.constant(3), holdReason: fc.constantFrom(1, 4), followUpAt: fc.constant(9e12) }),
		fc.record({
			state: fc.constant(6),
			closeCode: fc.constantFrom("Known error", "Duplicate"),
			closeNotes: fc.constantFrom("done", "as before"),
		}),
		fc.record({ assigneeId: fc.constantFrom("ada", "ben", "nobody-here", null) }),
		fc.record({ teamId: fc.constantFrom("network", "servers", null) }),
		fc.record({ impact: fc.constantFrom(1, 2, 3), urgency: fc.constantFrom(1, 2, 3) }, { requiredKeys: [] }),
		fc.record({ shortDescription: fc.constantFrom("one", "two"), category: fc.constantFrom("a", null) }),
	),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;

async function play(attempts: readonly Attempt[]): Promise<TicketDetail> {
	const first = opening();
	await desk.send(first);
	const old = await desk.readTicket(first.ticketId);
	for (const { isStale, delayMs, note, set } of attempts) {
		const seen = isStale ? old : await desk.readTicket(first.ticketId);
		const over = { occurredAt: Date.now() + delayMs, ...(note ? { note: { kind: note, text: "…" } } : {}) };
		await desk.send(changing(seen, set as Partial<Ticket>, over));
	}
	const { body } = await desk.ask(`/api/tickets/${first.ticketId}`);
	return body as TicketDetail;
}

describe("whatever is tried", () => {
	it("leaves a ticket that is the sum of its history, an entry for each revision", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(attempt, { maxLength: 12 }), async (attempts) => {
				const { ticket, history } = await play(attempts);
				const entries = history.map((entry) => ({ ...entry, changes: entry.changes as FieldChanges }));
				expect(foldHistory(ticket, entries)).toEqual(ticket);
				expect(history.map((entry) => entry.revision)).toEqual(history.map((_, index) => index + 1));
			}),
			{ numRuns: 40 },
		);
	});

	it("leaves a log that strictly rises and holds the newest of each thing once", async () => {
		const { body } = await desk.ask("/api/changes?since=0");
		const { changes, next } = body as { readonly changes: readonly Change[]; readonly next: number };
		const seqs = changes.map((change) => change.seq);
		expect(seqs).toEqual([...new Set(seqs)].sort((left, right) => left - right));
		expect(next).toBe(seqs.at(-1));
		expect(new Set(changes.map((change) => change.id)).size).toBe(changes.length);
		for (const change of changes.filter((one) => one.kind === "ticket").slice(0, 20)) {
			expect(change).toMatchObject({ row: await desk.readTicket(change.id) });
		}
	});
});
