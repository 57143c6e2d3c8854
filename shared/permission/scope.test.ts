import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TICKET_KINDS } from "../ticket/kinds.ts";
import { isInScope, isNarrow, type Scope, scopeName, type Viewer, viewerOf, WHOLE_DESK } from "./scope.ts";

const TICKET = { kind: "incident", teamId: "network", assigneeId: "ben", openedById: "ada" } as const;
const viewer = (scope: Partial<Scope>, over: Partial<Viewer> = {}): Viewer => ({
	personId: "me",
	teamIds: ["servers"],
	scope: { ...WHOLE_DESK, ...scope },
	...over,
});

describe("a scope", () => {
	it.each([
		["everything", viewer({}), true],
		["one kind", viewer({ kinds: ["incident"] }), true],
		["another kind", viewer({ kinds: ["change", "problem"] }), false],
		["no kind at all", viewer({ kinds: [] }), false],
		["own teams, another's ticket", viewer({ teams: "own" }), false],
		["own teams, theirs", viewer({ teams: "own" }, { teamIds: ["servers", "network"] }), true],
		["own teams, assigned to them", viewer({ teams: "own" }, { personId: "ben" }), true],
		["own teams, opened by them", viewer({ teams: "own" }, { personId: "ada" }), true],
		["own teams, but not that kind", viewer({ teams: "own", kinds: ["change"] }, { personId: "ben" }), false],
	])("of %s", (_, seen, expected) => {
		expect(isInScope(seen, TICKET)).toBe(expected);
	});

	it("does not bind an admin, and is whole for who has none", () => {
		const person = { id: "me", teamIds: [], scope: { kinds: ["change"], teams: "own" } } as const;
		expect(viewerOf(person, ["agent", "admin"]).scope).toBe(WHOLE_DESK);
		expect(viewerOf(person, ["agent"]).scope).toBe(person.scope);
		expect(viewerOf({ id: "me", teamIds: [] }, ["agent"]).scope).toBe(WHOLE_DESK);
	});

	it("has a name that differs where what is seen may differ, and only there", () => {
		const kinds = fc.option(fc.uniqueArray(fc.constantFrom(...TICKET_KINDS)), { nil: null });
		const scopes = fc.record({ kinds, teams: fc.constantFrom("all" as const, "own" as const) });
		const viewers = fc.record({
			personId: fc.constant("me"),
			teamIds: fc.uniqueArray(fc.constantFrom("network", "servers", "desk")),
			scope: scopes,
		});
		const tickets = fc.record({
			kind: fc.constantFrom(...TICKET_KINDS),
			teamId: fc.constantFrom("network", "servers", "desk", null),
			assigneeId: fc.constantFrom("me", "ben", null),
			openedById: fc.constantFrom("me", "ben", null),
		});
		fc.assert(
			fc.property(viewers, viewers, tickets, (one, other, ticket) => {
				if (scopeName(one) === scopeName(other))
					expect(isInScope(one, ticket)).toBe(isInScope(other, ticket));
				if (!isNarrow(one.scope)) expect([isInScope(one, ticket), scopeName(one)]).toEqual([true, ""]);
			}),
		);
	});
});
