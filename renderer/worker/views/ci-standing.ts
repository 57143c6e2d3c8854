import type { CheckState } from "../../../shared/api/checks.ts";
import { type CiGraph, graphOf } from "../../../shared/ci/ci-graph.ts";
import { type Health, healthOf, ownHealths } from "../../../shared/ci/service-health.ts";
import type { Things } from "../cache/things.ts";
import type { NamedCi } from "../topics/ci-protocol.ts";

const graphs = new WeakMap<Things, { readonly version: number; readonly graph: CiGraph }>();

/** Who needs whom, made once until a CI changes: with 20,000 of them it is worth keeping. */
export function ciGraphOf(things: Things): CiGraph {
	const known = graphs.get(things);
	if (known?.version === things.cisVersion) return known.graph;
	const graph = graphOf(things.cis.values());
	graphs.set(things, { version: things.cisVersion, graph });
	return graph;
}

/** How CIs are, by what is known on this device now. */
export class CiStanding {
	readonly #things: Things;
	readonly #own: ReadonlyMap<string, CheckState>;
	readonly graph: CiGraph;

	constructor(things: Things) {
		this.#things = things;
		this.graph = ciGraphOf(things);
		this.#own = ownHealths(things.checks.values(), things.alerts.values());
	}

	/** With all it needs. */
	judge(ciId: string): { readonly health: Health; readonly because: readonly NamedCi[] } {
		const { health, path } = healthOf(ciId, this.graph, this.#own);
		return { health, because: path.flatMap((id) => this.name(id) ?? []) };
	}

	/** By name, with its own state alone: in a tree each line speaks for itself. `null`: gone. */
	name(ciId: string): NamedCi | null {
		const ci = this.#things.cis.get(ciId);
		if (!ci) return null;
		const { id, name, class: ciClass, criticality } = ci;
		return { id, name, class: ciClass, criticality, health: this.#own.get(ciId) ?? null };
	}
}
