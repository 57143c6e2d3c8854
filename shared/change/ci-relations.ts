/** As much of a CI as says what it needs. */
export interface RelatedCi {
	readonly id: string;
	readonly dependsOnIds: readonly string[];
}

/** How one CI stands to another: `parent` is what it depends on, `child` what depends on it. */
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
	{ needs, neededBy }: CiNeighbours,
): readonly (readonly [string, CiRelation])[] {
	const up = way === "same" || way === "parent" ? "parent" : "related";
	const down = way === "same" || way === "child" ? "child" : "related";
	return [
		...(needs.get(id) ?? []).map((needed) => [needed, up] as const),
		...(neededBy.get(id) ?? []).map((needing) => [needing, down] as const),
	];
}

/** Who needs whom, both ways. */
export interface CiNeighbours {
	readonly needs: ReadonlyMap<string, readonly string[]>;
	readonly neededBy: ReadonlyMap<string, readonly string[]>;
}

export function neighboursOf(cis: Iterable<RelatedCi>): CiNeighbours {
	const needs = new Map<string, readonly string[]>();
	const neededBy = new Map<string, string[]>();
	for (const { id, dependsOnIds } of cis) {
		needs.set(id, dependsOnIds);
		for (const needed of dependsOnIds) {
			const known = neededBy.get(needed);
			if (known) known.push(id);
			else neededBy.set(needed, [id]);
		}
	}
	return { needs, neededBy };
}
