import { CI_RELATIONS, relatedIds } from "../../../shared/ci/ci.ts";
import { treeLines } from "../../../shared/ci/ci-tree.ts";
import type { Things } from "../cache/things.ts";
import type { Model } from "../engine/model.ts";
import { CiStanding } from "../views/ci-standing.ts";
import { ciTicketsOf } from "../views/ci-tickets.ts";
import { makeRow } from "../views/queue-row.ts";
import type { QueueRow } from "../views/view-protocol.ts";
import type { CiView, RelatedRow, TreeRow } from "./ci-protocol.ts";
import { checksPayload, sortedAlerts } from "./monitor-topics.ts";

/** As many tickets as a page lists. */
const MOST_TICKETS = 200;

/** A CI, how it is and why, what it needs and who needs it, and what is open about it. */
export async function ciPayload(model: Model, ciId: string): Promise<CiView | null | undefined> {
	const { generation } = model;
	if (!generation) return undefined;
	const { cache, views } = generation;
	const ci = cache.things.cis.get(ciId);
	if (!ci) return cache.isComplete ? null : undefined;
	const standing = new CiStanding(cache.things);
	const needs = treeLines(ciId, standing.graph.needs);
	const neededBy = treeLines(ciId, standing.graph.neededBy);
	const { changes, others } = await ciTicketsOf(cache).naming(ciId);
	const context = views.rowContext();
	const rowsOf = (slots: readonly number[]): readonly QueueRow[] =>
		slots
			.map((slot) => makeRow(context, slot))
			.sort((one, other) => other.openedAt - one.openedAt)
			.slice(0, MOST_TICKETS);
	const isAbout = (thing: { readonly ciId: string | null; readonly serviceId: string | null }) =>
		thing.ciId === ciId || thing.serviceId === ciId;
	return {
		ci,
		teamName: cache.things.teams.get(ci.ownerTeamId ?? "")?.name ?? null,
		...standing.judge(ciId),
		needs: nameLines(needs.lines, standing),
		neededBy: nameLines(neededBy.lines, standing),
		isCut: needs.isCut || neededBy.isCut,
		relations: relationsOf(ciId, cache.things, standing),
		checks: checksPayload(model).filter(({ check }) => isAbout(check)),
		alerts: sortedAlerts(generation, true).filter(isAbout),
		tickets: rowsOf(others),
		changes: rowsOf(changes),
	};
}

function nameLines(lines: ReturnType<typeof treeLines>["lines"], standing: CiStanding): readonly TreeRow[] {
	return lines.flatMap(({ id, depth, isRepeated }) => {
		const named = standing.name(id);
		return named ? [{ ...named, depth, isRepeated }] : [];
	});
}

/** All relations that name the CI, from either side; by kind, then by name. */
function relationsOf(ciId: string, { cis }: Things, standing: CiStanding): readonly RelatedRow[] {
	const found: RelatedRow[] = [];
	const add = (kind: RelatedRow["kind"], direction: RelatedRow["direction"], otherId: string): void => {
		const other = standing.name(otherId);
		if (other) found.push({ kind, direction, other });
	};
	const own = cis.get(ciId);
	for (const kind of CI_RELATIONS) {
		if (own) for (const id of relatedIds(own, kind)) add(kind, "out", id);
		for (const ci of cis.values()) if (relatedIds(ci, kind).includes(ciId)) add(kind, "in", ci.id);
	}
	return found;
}
