import { describe, expect, it } from "vitest";
import { blankTicket } from "./blank.ts";
import { countHandovers, endOf } from "./passage.ts";
import type { TrackMove } from "./ticket.ts";

/** A track of which only the teams matter. */
function trackOf(...teams: readonly (string | null)[]): readonly TrackMove[] {
	return teams.map((teamId, at) => [at, 1, 0, 3, teamId]);
}

describe("how often a ticket was handed over", () => {
	it.each([
		[[], 0],
		[[null], 0],
		[[null, "desk"], 0],
		[["desk", "desk"], 0],
		[["desk", "network"], 1],
		[["desk", "network", "desk"], 2],
		[["desk", null, "network"], 1],
		[["desk", null, "desk"], 0],
		[["desk", "network", "network", "mail", "desk"], 3],
	] as const)("of %j is %i", (teams, count) => {
		expect(countHandovers({ track: trackOf(...teams) })).toBe(count);
	});
});

describe("when a ticket ended", () => {
	const incident = { ...blankTicket("1", "incident", "INC0000001"), updatedAt: 9 };

	it("is never while it needs work, also where it had been resolved before", () => {
		expect(endOf({ ...incident, state: 2, resolvedAt: 5 })).toBeNull();
	});

	it("is when it was resolved, not when it was closed for good", () => {
		expect(endOf({ ...incident, state: 7, resolvedAt: 5, closedAt: 8 })).toBe(5);
	});

	it("is when it was canceled, or was last touched where nothing says when", () => {
		expect(endOf({ ...incident, state: 8, closedAt: 8 })).toBe(8);
		expect(endOf({ ...incident, state: 8 })).toBe(9);
	});
});
