import type { Relating } from "../ci/ci.ts";
import { type CiGraph, graphOf } from "../ci/ci-graph.ts";

/** As much of a CI as says what it needs. */
export type RelatedCi = Relating;

/** How one CI stands to another: `parent` is what it needs, `child` what needs it. */
export type CiRelation = "same" | "parent" | "child" | "related";

/** CIs that are further apart have nothing to do with each other. */
const MOST_STEPS = 2;

/** The CIs around one, within two steps, and how they stand to it. */
export function relationsOf(ciId: string, neighbours: CiNeighbours): ReadonlyMap<string, CiRelation> {
	const found = new Map<string, CiRelation>([[ciId, "same"]]);
	let edge: readonly (readonly [string, CiRelation])[] = [[ciId, "same"]];
	for (let step = 0; step < MOST_STEPS; step += 1) {
		const reached = edge.flatMap(([id, way]) => nextTo(id, way, neighbours));
		edge = reached.filter(([id]) => !found.has(id));
		for (const [id, relation] of edge) if (!found.has(id)) found.set(id, relation);
	}
	return found;
}

/** One step on: what is needed by what is needed is a parent too; a step back from there is neither. */
function nextTo(
	id: string,
	way: CiRelation,
	{ needs, neededBy, beside }: CiNeighbours,
): readonly (readonly [string, CiRelation])[] {
	const up = way === "same" || way === "parent" ? "parent" : "related";
	const down = way === "same" || way === "child" ? "child" : "related";
	return [
		...(needs.get(id) ?? []).map((needed) => [needed, up] as const),
		...(neededBy.get(id) ?? []).map((needing) => [needing, down] as const),
		...(beside.get(id) ?? []).map((connected) => [connected, "related"] as const),
	];
}

/** Who needs whom, both ways, and what is connected. */
export type CiNeighbours = CiGraph;

export function neighboursOf(cis: Iterable<RelatedCi>): CiNeighbours {
	return graphOf(cis);
}
