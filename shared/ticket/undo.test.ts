import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, pickFields } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import { mergeUndo } from "./merge.ts";
import {
	FIELD_GROUPS,
	fieldGroupOf,
	fieldsToRemember,
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "./ticket.ts";
import { type DoneEdit, planUndo } from "./undo.ts";

const ticket: Ticket = {
	...blankTicket("0190a000-0000-7000-8000-000000000001", "incident", "INC0000001"),
	shortDescription: "VPN",
	teamId: "t1",
	assigneeId: "p1",
	openedAt: 1_000,
	track: [[1_000, 1, 0, 5, "t1"]],
};

function make(before: Ticket, set: TicketPatch): { readonly after: Ticket; readonly done: DoneEdit } {
	const fields = fieldsToRemember(namesOf(set));
	const { ticket: after } = applyChange(before, set, 2_000);
	return { after, done: { before: pickFields(before, fields), after: pickFields(after, fields) } };
}

function namesOf(set: TicketPatch): readonly TicketFieldName[] {
	return Object.keys(set) as TicketFieldName[];
}

describe("taking an edit back", () => {
	it("gives everything back where nobody worked on", () => {
		const { after, done } = make(ticket, { teamId: "t2", assigneeId: null, impact: 1 });
		expect(planUndo(after, done)).toEqual({ set: { teamId: "t1", assigneeId: "p1", impact: 3 }, left: [] });
	});

	it("leaves what others have changed since, and what means something only together with it", () => {
		const { after, done } = make(ticket, { teamId: "t2", assigneeId: "p2", impact: 1 });
		const worked = applyChange(after, { assigneeId: "p3" }, 3_000).ticket;
		expect(planUndo(worked, done)).toEqual({ set: { impact: 3 }, left: ["teamId", "assigneeId"] });
	});

	it("gives back what leaving a state has emptied", () => {
		const held: Ticket = { ...ticket, state: 3, holdReason: 4, followUpAt: 9_000 };
		const { after, done } = make(held, { state: 2 });
		expect(after.holdReason).toBeNull();
		expect(planUndo(after, done).set).toEqual({ state: 3, holdReason: 4, followUpAt: 9_000 });
	});

	const level = fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>;
	const id = fc.constantFrom("a", "b", null);
	const patch = fc.record(
		{
			shortDescription: fc.constantFrom("x", "y"),
			category: id,
			teamId: id,
			assigneeId: id,
			ciId: id,
			impact: level,
			urgency: level,
		},
		{ requiredKeys: [] },
	);

	it("never touches a field of others, and gives back all the rest", () => {
		fc.assert(
			fc.property(patch, fc.array(patch, { maxLength: 4 }), (mine, theirs) => {
				const { after, done } = make(ticket, mine);
				const now = theirs.reduce((standing, set) => applyChange(standing, set, 3_000).ticket, after);
				const { set, left } = planUndo(now, done);
				const undone = applyChange(now, set, 4_000).ticket;
				const isSame = (one: Ticket, other: Ticket, field: TicketFieldName) =>
					fieldValue(one, field) === fieldValue(other, field);
				for (const field of [...FIELD_GROUPS.flat(), "shortDescription", "category", "ciId"] as const) {
					const group = fieldGroupOf(field);
					const isTheirs = group.some((one) => !isSame(now, after, one));
					const isMine = !isSame(after, ticket, field);
					expect(isSame(undone, isMine && !isTheirs ? ticket : now, field)).toBe(true);
					expect(left.includes(field)).toBe(isMine && isTheirs);
				}
			}),
		);
	});

	it("is judged on the desk by what is there then: later changes of others stay there too", () => {
		fc.assert(
			fc.property(patch, fc.array(patch, { maxLength: 3 }), (mine, theirs) => {
				const { after, done } = make(ticket, mine);
				const { set } = planUndo(after, done);
				const base = pickFields(after, fieldsToRemember(namesOf(set)));
				const now = theirs.reduce((standing, step) => applyChange(standing, step, 3_000).ticket, after);
				const given = mergeUndo(now, base, set);
				expect(given).toEqual(planUndo(now, done).set);
			}),
		);
	});
});
