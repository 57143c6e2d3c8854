import type { Level } from "../ticket/priority.ts";
import type { CiClass, CiStatus } from "./ci.ts";
import { type CiGraph, WALK_BOUNDS, type WalkBounds, walk } from "./ci-graph.ts";

/** As much of a CI as an impact is judged by. */
export interface JudgedCi {
	readonly id: string;
	readonly name: string;
	readonly class: CiClass;
	/** 1 most critical … 4 least. */
	readonly criticality: number;
	readonly status?: CiStatus | undefined;
}

export interface ImpactSuggestion {
	readonly impact: Level;
	/** From what fails to the service that decides, both included. */
	readonly path: readonly JudgedCi[];
	/** How many services fail with it, the deciding one included. */
	readonly services: number;
}

export interface CiDirectory {
	readonly cis: ReadonlyMap<string, JudgedCi>;
	readonly graph: CiGraph;
}

/**
 * The impact of a failing CI, by the most critical service that needs it, directly or through others: a
 * critical one is 1 High, a high one 2 Medium, all others 3 Low. Of several alike the nearest is named.
 * What is planned or retired is not used by anybody. `null`: no service is reached.
 */
export function suggestImpact(
	ciId: string,
	{ cis, graph }: CiDirectory,
	bounds: WalkBounds = WALK_BOUNDS,
): ImpactSuggestion | null {
	const hit = walk(ciId, graph.neededBy, bounds).flatMap(({ id, path }) => {
		const ci = cis.get(id);
		return ci && isUsedService(ci) ? [{ ci, path }] : [];
	});
	const [first, ...others] = hit;
	if (!first) return null;
	const worst = others.reduce(
		(best, next) => (next.ci.criticality < best.ci.criticality ? next : best),
		first,
	);
	return {
		impact: impactOfCriticality(worst.ci.criticality),
		path: worst.path.flatMap((id) => cis.get(id) ?? []),
		services: hit.length,
	};
}

function isUsedService({ class: ciClass, status }: JudgedCi): boolean {
	return ciClass === "service" && status !== "retired" && status !== "planned";
}

/** What the failure of something as critical as this means. */
export function impactOfCriticality(criticality: number | null): Level {
	return criticality === 1 || criticality === 2 ? criticality : 3;
}
