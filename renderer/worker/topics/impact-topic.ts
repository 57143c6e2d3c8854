import { suggestImpact } from "../../../shared/ci/suggest-impact.ts";
import type { Model } from "../engine/model.ts";
import { ciGraphOf } from "../views/ci-standing.ts";
import type { ImpactView } from "./ci-protocol.ts";

/** What the CI of a ticket says about its impact and its team. */
export function impactPayload({ generation }: Model, ciId: string | null): ImpactView | null | undefined {
	const things = generation?.cache.things;
	if (!things) return undefined;
	const ci = ciId === null ? undefined : things.cis.get(ciId);
	if (!ci) return null;
	const team = things.teams.get(ci.ownerTeamId ?? "");
	return {
		ciId: ci.id,
		ownerTeam: team?.isActive ? { id: team.id, name: team.name } : null,
		suggestion: suggestImpact(ci.id, { cis: things.cis, graph: ciGraphOf(things) }),
	};
}
