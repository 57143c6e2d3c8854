import { describe, expect, it } from "vitest";
import { likeliestTeam, suggestTeam, type TeamVote } from "./suggest-team.ts";

const votes = (...of: readonly (readonly [string, number])[]): readonly TeamVote[] =>
	of.map(([teamId, similarity]) => ({ teamId, similarity }));
const NOTHING = new Map<string, number>();

describe("the team that similar tickets suggest", () => {
	it("is the one that had most of them, with how many that were", () => {
		const suggested = suggestTeam(votes(["net", 0.8], ["net", 0.7], ["app", 0.7], ["net", 0.6]), NOTHING);
		expect(suggested).toEqual({ teamId: "net", count: 3, of: 4 });
	});

	it("is none where few are similar, or no team had half of them", () => {
		expect(suggestTeam([], NOTHING)).toBeNull();
		expect(suggestTeam(votes(["net", 1], ["net", 1]), NOTHING)).toBeNull();
		expect(suggestTeam(votes(["a", 0.9], ["b", 0.9], ["c", 0.9]), NOTHING)).toBeNull();
	});

	it("follows few that are very similar rather than many that hardly are", () => {
		expect(likeliestTeam(votes(["net", 0.95], ["app", 0.4], ["app", 0.4], ["app", 0.4]), NOTHING)).toBe(
			"net",
		);
	});

	it("follows the words where the votes are about equal, and never to a team without a vote", () => {
		const even = votes(["net", 0.7], ["app", 0.7]);
		expect(
			likeliestTeam(
				even,
				new Map([
					["net", 0.2],
					["app", 0.6],
				]),
			),
		).toBe("app");
		expect(
			likeliestTeam(
				even,
				new Map([
					["net", 0.3],
					["app", 0.1],
					["hr", 0.6],
				]),
			),
		).toBe("net");
	});
});
