import type { Ci } from "../../../shared/api/directory.ts";
import { makeNameTest } from "../calls/find.ts";
import type { Model } from "../engine/model.ts";
import { CiStanding } from "../views/ci-standing.ts";
import { compareTexts } from "../views/slot-order.ts";
import type { CisList, CisQuery } from "./ci-protocol.ts";

/** The first CIs that match, the most critical first, then by name; from what lies here, so that it answers offline. */
export function cisPayload({ generation }: Model, query: CisQuery): CisList | undefined {
	const things = generation?.cache.things;
	if (!things) return undefined;
	const isNamed = query.text.trim() === "" ? null : makeNameTest(query.text);
	const found = [...things.cis.values()].filter(
		(ci) =>
			isShown(ci, query.show) &&
			(query.teamId === null || ci.ownerTeamId === query.teamId) &&
			(isNamed === null || isNamed(ci.name, `${ci.externalId ?? ""} ${ci.location ?? ""} ${ci.note ?? ""}`)),
	);
	const first = found
		.map((ci) => ({ ci, key: ci.name.toLowerCase() }))
		.sort(
			(one, other) =>
				one.ci.criticality - other.ci.criticality ||
				compareTexts(one.key, other.key) ||
				compareTexts(one.ci.id, other.ci.id),
		)
		.slice(0, query.limit);
	const standing = new CiStanding(things);
	return {
		total: found.length,
		known: things.cis.size,
		rows: first.map(({ ci }) => ({
			ci,
			teamName: things.teams.get(ci.ownerTeamId ?? "")?.name ?? null,
			health: standing.judge(ci.id).health,
		})),
	};
}

function isShown(ci: Ci, show: CisQuery["show"]): boolean {
	if (show === "retired") return ci.status === "retired";
	if (ci.status === "retired") return false;
	if (show === "all") return true;
	return show === "services" ? ci.class === "service" : ci.class === show;
}
