/** A past ticket that is like a new one, and who had it. */
export interface TeamVote {
	readonly teamId: string;
	/** 0–1, above 0. */
	readonly similarity: number;
}

export interface TeamSuggestion {
	readonly teamId: string;
	/** How many of the similar tickets it had. */
	readonly count: number;
	/** How many similar tickets some team had. */
	readonly of: number;
}

/** The closest count for more: a vote is its similarity to this power. */
const CLOSENESS = 3;
/** With fewer similar tickets nothing is said. */
const FEWEST_VOTES = 3;
/** Nor where the team had less than this share of them. */
const LEAST_SHARE = 0.5;
/** What no similar ticket speaks for is unlikely, not impossible. */
const NO_VOTE = 0.01;

/**
 * The likeliest team: by the votes of similar tickets, each by how similar it is, together with how likely the
 * words themselves make a team (`likely`, 0–1; no team is in doubt where it says nothing).
 */
export function likeliestTeam(
	votes: readonly TeamVote[],
	likely: ReadonlyMap<string, number>,
): string | null {
	const weights = new Map<string, number>();
	let total = 0;
	for (const { teamId, similarity } of votes) {
		const weight = similarity ** CLOSENESS;
		weights.set(teamId, (weights.get(teamId) ?? 0) + weight);
		total += weight;
	}
	const least = Math.min(1, ...likely.values());
	const scores = [...weights].map(([teamId, weight]) => {
		const score = (weight / total + NO_VOTE) * (likely.get(teamId) ?? least);
		return { teamId, score };
	});
	scores.sort((one, other) => other.score - one.score);
	return scores[0]?.teamId ?? null;
}

/** What to suggest, with what speaks for it; `null` where that is too little. */
export function suggestTeam(
	votes: readonly TeamVote[],
	likely: ReadonlyMap<string, number>,
): TeamSuggestion | null {
	const teamId = likeliestTeam(votes, likely);
	if (teamId === null || votes.length < FEWEST_VOTES) return null;
	const count = votes.filter((vote) => vote.teamId === teamId).length;
	return count / votes.length < LEAST_SHARE ? null : { teamId, count, of: votes.length };
}
