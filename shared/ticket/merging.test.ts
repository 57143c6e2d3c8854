import { describe, expect, it } from "vitest";
import { applyChange } from "./apply.ts";
import { judgeChange } from "./judge.ts";
import { findRemaining, mergedInto, mergePatch, stateBeforeMerge } from "./merging.ts";
import { openTicket } from "./open.ts";
import type { Ticket } from "./ticket.ts";

function incident(counter: number, change: Partial<Ticket> = {}): Ticket {
	const { ticket } = openTicket({
		id: `t${counter}`,
		number: `INC${String(counter).padStart(7, "0")}`,
		kind: "incident",
		set: { shortDescription: `Ticket ${counter}`, callerId: "c1" },
		openedById: "p1",
		at: 1_000 + counter,
	});
	return { ...ticket, ...change };
}

const merged = (ticket: Ticket, into: Ticket) => applyChange(ticket, mergePatch(into), 5_000);
const finder = (tickets: readonly Ticket[]) => (id: string) =>
	Promise.resolve(tickets.find((ticket) => ticket.id === id) ?? null);

describe("a merged incident", () => {
	it.each([1, 2, 3])("may be merged from state %i by whom its lifecycle lets resolve it", (state) => {
		const ticket = incident(1, {
			state,
			teamId: "t1",
			...(state === 3 ? { holdReason: 4, followUpAt: 9 } : {}),
		});
		expect(judgeChange(ticket, { set: mergePatch(incident(2)), actor: "person" })).toEqual({
			ok: true,
			value: null,
		});
	});

	it("is one only while it needs no work: taken up again it is a ticket of its own", () => {
		const { ticket } = merged(incident(1), incident(2));
		expect(mergedInto(ticket)).toBe("t2");
		expect(mergedInto({ ...ticket, state: 2 })).toBeNull();
	});

	it("leads to the one that stands for it in the end, also where that was merged; a circle ends", async () => {
		const third = incident(3);
		const second = merged(incident(2), third).ticket;
		const first = merged(incident(1), second).ticket;
		expect((await findRemaining(first, finder([second, third]))).id).toBe("t3");
		expect((await findRemaining(first, finder([]))).id).toBe("t1");
		const back = merged(incident(2), first).ticket;
		expect(["t1", "t2"]).toContain((await findRemaining(first, finder([first, back]))).id);
	});
});

describe("taking a merge back", () => {
	it.each([
		["a new one", {}],
		["one that waits for its caller", { state: 3, holdReason: 1, followUpAt: 9, teamId: "t1" }],
	] as const)("gives %s the state that it had, whatever moves there are", (_, change) => {
		const before = incident(1, change);
		const { ticket, changes } = merged(before, incident(2));
		const { state, holdReason, followUpAt } = before;
		const set = { state, holdReason, followUpAt, closeCode: null, closeNotes: null, $duplicateOf: null };
		expect(judgeChange(ticket, { set, actor: "person" }).ok).toBe(false);
		const goesBackTo = stateBeforeMerge(ticket, changes);
		expect(goesBackTo).toBe(before.state);
		expect(judgeChange(ticket, { set, actor: "person", goesBackTo })).toEqual({ ok: true, value: null });
		expect(judgeChange(ticket, { set: { ...set, state: 8 }, actor: "person", goesBackTo }).ok).toBe(false);
	});

	it("gives back no state once somebody has moved it on, nor that of an edit which was no merge", () => {
		const { ticket, changes } = merged(incident(1), incident(2));
		expect(stateBeforeMerge({ ...ticket, state: 7 }, changes)).toBeUndefined();
		expect(stateBeforeMerge(ticket, { state: { from: 1, to: 6 } })).toBeUndefined();
	});
});
