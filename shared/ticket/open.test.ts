import { describe, expect, it } from "vitest";
import { judgeOpening, openTicket } from "./open.ts";

const base = {
	id: "0190a000-0000-7000-8000-000000000001",
	number: "NEW-1",
	kind: "incident",
	openedById: "p1",
	at: 1_000,
} as const;

describe("opening a ticket", () => {
	it("starts in the first state with the priority of its impact and urgency", () => {
		const { ticket } = openTicket({ ...base, set: { shortDescription: "VPN", impact: 1, urgency: 2 } });
		expect(ticket).toMatchObject({ state: 1, priority: 2, revision: 1, track: [[1_000, 1, 0, 2, null]] });
	});

	it("is New first and Resolved second when it is created resolved", () => {
		const set = {
			shortDescription: "VPN",
			callerId: "c1",
			state: 6,
			closeCode: "Solved (Permanently)",
			closeNotes: "done",
		};
		const { opened, ticket } = openTicket({ ...base, set });
		expect(opened).toMatchObject({ state: 1, closeCode: null, revision: 1 });
		expect(ticket).toMatchObject({ state: 6, closeNotes: "done", resolvedAt: 1_000, revision: 2 });
		expect(judgeOpening({ ...base, set }).ok).toBe(true);
	});

	it("is refused without a caller, and resolved without close notes", () => {
		expect(judgeOpening({ ...base, set: { shortDescription: "VPN" } })).toMatchObject({
			error: { code: "field_required", path: "callerId" },
		});
		expect(
			judgeOpening({
				...base,
				set: { shortDescription: "VPN", callerId: "c1", state: 6, closeCode: "Solved (Permanently)" },
			}),
		).toMatchObject({ error: { path: "closeNotes" } });
	});
});
