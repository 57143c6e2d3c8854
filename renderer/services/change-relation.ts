import type { Ci } from "../../shared/api/directory.ts";
import { type CiRelationKind, FIELD_OF_RELATION, relatedIds } from "../../shared/ci/ci.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { readTopic } from "../data/index.ts";
import { servicesText } from "../text/en/services.ts";
import { inputOf, putCi } from "./ci-requests.ts";

export interface Relation {
	readonly fromId: string;
	readonly kind: CiRelationKind;
	readonly toId: string;
}

/**
 * Adds or removes one relation on the record that has it, whatever side it is edited from. `answered` is that
 * record as the desk last gave it: what was only just saved may not have come back here yet.
 */
export async function changeRelation(
	{ fromId, kind, toId }: Relation,
	isThere: boolean,
	answered?: Ci,
): Promise<Result<Ci>> {
	const from = newerOf((await readTopic("ci", { ciId: fromId }))?.ci, answered);
	if (!from) return refuse("not_found", servicesText.notFound.title);
	const others = relatedIds(from, kind).filter((id) => id !== toId);
	if (!isThere && others.length === relatedIds(from, kind).length) return ok(from);
	const ids = isThere ? [...others, toId] : others;
	return putCi(from, { ...inputOf(from), [FIELD_OF_RELATION[kind]]: ids });
}

export function newerOf(heard: Ci | undefined, answered: Ci | undefined): Ci | undefined {
	if (!heard || !answered) return heard ?? answered;
	return (answered.revision ?? 1) > (heard.revision ?? 1) ? answered : heard;
}
