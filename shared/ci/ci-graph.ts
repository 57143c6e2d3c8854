import { type CiRelationKind, type Relating, relatedIds } from "./ci.ts";

/** Who fails with whom, both ways; each list without doubles, in the order of the records. */
export interface CiGraph {
	/** What a CI needs: what it depends on, what it runs on, and its own pieces. */
	readonly needs: ReadonlyMap<string, readonly string[]>;
	readonly neededBy: ReadonlyMap<string, readonly string[]>;
	/** Connected, neither needing the other. */
	readonly beside: ReadonlyMap<string, readonly string[]>;
}

/**
 * The graph of what fails with what. `A depends_on B` and `A runs_on B`: A needs B. `A part_of B`: B needs
 * A, as a whole without its piece is not whole. `connects_to` carries no failure.
 */
export function graphOf(cis: Iterable<Relating>): CiGraph {
	const needs = new Map<string, Set<string>>();
	const neededBy = new Map<string, Set<string>>();
	const beside = new Map<string, Set<string>>();
	const addNeed = (needing: string, needed: string): void => {
		if (needing === needed) return;
		put(needs, needing, needed);
		put(neededBy, needed, needing);
	};
	const add: Readonly<Record<CiRelationKind, (from: string, to: string) => void>> = {
		depends_on: addNeed,
		runs_on: addNeed,
		part_of: (part, whole) => addNeed(whole, part),
		connects_to: (one, other) => {
			if (one === other) return;
			put(beside, one, other);
			put(beside, other, one);
		},
	};
	const kinds = Object.keys(add) as readonly CiRelationKind[];
	for (const ci of cis) for (const kind of kinds) for (const to of relatedIds(ci, kind)) add[kind](ci.id, to);
	return { needs: toLists(needs), neededBy: toLists(neededBy), beside: toLists(beside) };
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
	const known = map.get(key);
	if (known) known.add(value);
	else map.set(key, new Set([value]));
}

function toLists(map: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
	return new Map([...map].map(([key, values]) => [key, [...values]]));
}

/** A CI that a walk reached: by which way, the start first and this one last. */
export interface Reached {
	readonly id: string;
	readonly path: readonly string[];
}

export interface WalkBounds {
	readonly depth: number;
	/** As many CIs as are looked at. */
	readonly count: number;
}

/** Deeper than any real desk; what lies beyond says nothing that somebody would act upon. */
export const WALK_BOUNDS: WalkBounds = { depth: 12, count: 2_000 };

/** Everything reached from one CI along `next`, the nearest first, each once by a shortest way. */
export function walk(
	fromId: string,
	next: ReadonlyMap<string, readonly string[]>,
	bounds: WalkBounds = WALK_BOUNDS,
): readonly Reached[] {
	const seen = new Set([fromId]);
	const reached: Reached[] = [{ id: fromId, path: [fromId] }];
	for (const { id, path } of reached) {
		if (path.length > bounds.depth) break;
		for (const nextId of next.get(id) ?? []) {
			if (reached.length >= bounds.count) return reached;
			if (seen.has(nextId)) continue;
			seen.add(nextId);
			reached.push({ id: nextId, path: [...path, nextId] });
		}
	}
	return reached;
}
