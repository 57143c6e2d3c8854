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

/** Adds or removes one relation on the record that has it, whatever side it is edited from. */
export async function changeRelation(
	{ fromId, kind, toId }: Relation,
	isThere: boolean,
): Promise<Result<Ci>> {
	const from = (await readTopic("ci", { ciId: fromId }))?.ci;
	if (!from) return refuse("not_found", servicesText.notFound.title);
	const others = relatedIds(from, kind).filter((id) => id !== toId);
	if (!isThere && others.length === relatedIds(from, kind).length) return ok(from);
	const ids = isThere ? [...others, toId] : others;
	return putCi(from, { ...inputOf(from), [FIELD_OF_RELATION[kind]]: ids });
}
