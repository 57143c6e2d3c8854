import { describe, expect, it } from "vitest";
import { applyChange } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import type { Ticket } from "./ticket.ts";

const incident: Ticket = {
	...blankTicket("0190a000-0000-7000-8000-000000000001", "incident", "INC0000001"),
	shortDescription: "VPN",
	callerId: "caller",
	openedAt: 1_000,
	updatedAt: 1_000,
	revision: 1,
	track: [[1_000, 1, 0, 5, null]],
};
const resolving = { state: 6, closeCode: "Solved (Permanently)", closeNotes: "done" };

describe("an applied change", () => {
	it("lets priority follow impact and urgency, and says so", () => {
		const { ticket, changes } = applyChange(incident, { impact: 1 }, 2_000);
		expect(ticket).toMatchObject({ priority: 3, revision: 2, updatedAt: 2_000 });
		expect(changes).toEqual({ impact: { from: 3, to: 1 }, priority: { from: 5, to: 3 } });
		expect(ticket.track).toEqual([
			[1_000, 1, 0, 5, null],
			[2_000, 1, 0, 3, null],
		]);
	});

	it("keeps an imported priority that the matrix would not give until impact or urgency change", () => {
		const imported = { ...incident, priority: 4 } as const;
		expect(applyChange(imported, { category: "Network" }, 2_000).ticket.priority).toBe(4);
		expect(applyChange(imported, { urgency: 2 }, 2_000).ticket.priority).toBe(4);
		expect(applyChange(imported, { urgency: 1 }, 2_000).ticket.priority).toBe(3);
	});

	it("empties hold reason and follow-up when the hold ends", () => {
		const held = { ...incident, state: 3, holdReason: 4, followUpAt: 9_000, teamId: "t1" };
		const { ticket, changes } = applyChange(held, { state: 2 }, 2_000);
		expect(ticket).toMatchObject({ state: 2, holdReason: null, followUpAt: null });
		expect(changes).toMatchObject({ holdReason: { from: 4, to: null } });
	});

	it("notes when it was resolved, and takes that back and counts on a reopen", () => {
		const resolved = applyChange(incident, resolving, 2_000).ticket;
		expect(resolved).toMatchObject({ resolvedAt: 2_000, closeNotes: "done" });
		const reopened = applyChange(resolved, { state: 2, teamId: "t1" }, 3_000);
		expect(reopened.ticket).toMatchObject({
			resolvedAt: null,
			closeCode: null,
			closeNotes: null,
			reopenCount: 1,
		});
		expect(reopened.changes).toMatchObject({ closeNotes: { from: "done", to: null } });
	});

	it("keeps the resolved time when it closes", () => {
		const resolved = applyChange(incident, resolving, 2_000).ticket;
		expect(applyChange(resolved, { state: 7 }, 5_000).ticket).toMatchObject({
			resolvedAt: 2_000,
			closedAt: 5_000,
		});
	});

	it("never lets the track go back in time", () => {
		const late = applyChange(incident, { impact: 1 }, 5_000).ticket;
		const { ticket } = applyChange(late, { teamId: "t1" }, 4_000);
		expect(ticket.track.map(([moment]) => moment)).toEqual([1_000, 5_000, 5_000]);
		expect(ticket.updatedAt).toBe(5_000);
	});

	it("leaves the track alone where no clock depends on the change", () => {
		expect(applyChange(incident, { category: "Network" }, 2_000).ticket.track).toBe(incident.track);
	});
});
