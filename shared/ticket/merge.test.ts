import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickFields } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import { mergeIntent } from "./merge.ts";
import { fieldsToRemember, type Ticket, type TicketFieldName, type TicketPatch } from "./ticket.ts";

const ticket: Ticket = {
	...blankTicket("0190a000-0000-7000-8000-000000000001", "incident", "INC0000001"),
	shortDescription: "VPN",
	teamId: "t1",
	assigneeId: "p1",
};
/** The base values of a person who saw `seen` and sets these fields. */
const baseOf = (seen: Ticket, set: TicketPatch): TicketPatch =>
	pickFields(seen, fieldsToRemember(Object.keys(set) as TicketFieldName[]));

describe("merging an intent", () => {
	it("takes what only this side changed", () => {
		const theirs = { ...ticket, shortDescription: "VPN is down" };
		const set = { impact: 1 } as const;
		expect(mergeIntent(theirs, baseOf(ticket, set), set)).toEqual({ kind: "clean", set });
	});

	it("shows both sides where the same field changed", () => {
		const theirs = { ...ticket, shortDescription: "VPN is down" };
		const set = { shortDescription: "No VPN" };
		expect(mergeIntent(theirs, baseOf(ticket, set), set)).toEqual({
			kind: "conflict",
			fields: [{ field: "shortDescription", base: "VPN", mine: "No VPN", theirs: "VPN is down" }],
		});
	});

	it("treats fields that belong together as one: a new team against a new assignee", () => {
		const theirs = { ...ticket, teamId: "t2" };
		const set = { assigneeId: "p2" };
		const outcome = mergeIntent(theirs, baseOf(ticket, set), set);
		expect(outcome).toMatchObject({
			kind: "conflict",
			fields: [
				{ field: "teamId", base: "t1", mine: "t1", theirs: "t2" },
				{ field: "assigneeId", base: "p1", mine: "p2", theirs: "p1" },
			],
		});
	});

	it("is content where both sides made the same of it", () => {
		const theirs = { ...ticket, impact: 1, urgency: 2 } as const;
		const set = { impact: 1, urgency: 2 } as const;
		expect(mergeIntent(theirs, baseOf(ticket, set), set)).toEqual({ kind: "clean", set: {} });
	});

	it("never overwrites silently: a field that they changed is kept, or is in the conflict", () => {
		const names = fc.constantFrom("a", "b", "c");
		const level = fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>;
		const patch = fc.record(
			{ shortDescription: names, category: names, teamId: names, assigneeId: names, impact: level },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(patch, patch, (theirSet, mySet) => {
				const theirs: Ticket = { ...ticket, ...theirSet };
				const outcome = mergeIntent(theirs, baseOf(ticket, mySet), mySet);
				if (outcome.kind === "conflict") return outcome.fields.length > 0;
				const after: Ticket = { ...theirs, ...outcome.set };
				const changedByThem = (Object.keys(theirSet) as (keyof typeof theirSet)[]).filter(
					(field) => theirs[field] !== ticket[field],
				);
				return changedByThem.every((field) => after[field] === theirs[field]);
			}),
		);
	});
});
