import {
	likeliestTeam,
	suggestTeam,
	type TeamSuggestion,
	type TeamVote,
} from "../../../shared/similar/suggest-team.ts";
import type { Neighbour, SimilarIndex } from "./similar-index.ts";

/** So many similar tickets are looked at. */
export const LOOKED_AT = 40;
/** What is less like it than this, or than this share of the likest, is not called similar. */
const LEAST_SIMILARITY = 0.3;
const LEAST_OF_BEST = 0.5;

/** Those among the nearest that are alike enough to be called so. */
export function similarOnes(nearest: readonly Neighbour[]): readonly Neighbour[] {
	const least = Math.max(LEAST_SIMILARITY, (nearest[0]?.similarity ?? 0) * LEAST_OF_BEST);
	return nearest.filter(({ similarity }) => similarity >= least);
}

export interface TeamQuestion {
	readonly index: SimilarIndex;
	readonly text: string;
	readonly nearest: readonly Neighbour[];
	/** The team that has a ticket; `null` where it is nobody's, or says nothing about this one. */
	readonly teamOf: (slot: number) => string | null;
	/** By the number of a team. */
	readonly teamAt: (team: number) => string | null;
}

/** Which team similar tickets suggest. */
export function teamFor(question: TeamQuestion): TeamSuggestion | null {
	return suggestTeam(votesOf(similarOnes(question.nearest), question), likelyTeams(question));
}

/** The likeliest team, however little speaks for it. */
export function bestTeamFor(question: TeamQuestion): string | null {
	return likeliestTeam(votesOf(question.nearest, question), likelyTeams(question));
}

function votesOf(near: readonly Neighbour[], { teamOf }: TeamQuestion): readonly TeamVote[] {
	return near.flatMap(({ slot, similarity }) => {
		const teamId = teamOf(slot);
		return teamId === null ? [] : [{ teamId, similarity }];
	});
}

function likelyTeams({ index, text, teamAt }: TeamQuestion): ReadonlyMap<string, number> {
	const { teamWords } = index;
	const shares = teamWords.likely(index.read(text));
	return new Map(
		Array.from(teamWords.teams, (team, place) => [teamAt(team) ?? "", shares[place] ?? 0] as const),
	);
}
