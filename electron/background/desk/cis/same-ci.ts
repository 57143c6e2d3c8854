import type { Ci } from "../../../../shared/api/directory.ts";
import {
	CI_RELATIONS,
	criticalityWord,
	FIELD_OF_RELATION,
	relatedIds,
	USUAL_STATUS,
} from "../../../../shared/ci/ci.ts";

/** Names of teams and CIs, by id. */
export type NameOf = (id: string) => string;

/** What of a CI differs, field by field in words; empty where both say the same. */
export function differencesOf(before: Ci | null, after: Ci, nameOf: NameOf): readonly FieldChange[] {
	const [from, to] = [before ? wordsOf(before, nameOf) : {}, wordsOf(after, nameOf)];
	return Object.keys(wordsOf(after, nameOf)).flatMap((field) => {
		const change = { field, from: from[field] ?? null, to: to[field] ?? null };
		return change.from === change.to ? [] : [change];
	});
}

export interface FieldChange {
	readonly field: string;
	readonly from: string | null;
	readonly to: string | null;
}

export function isSameCi(one: Ci, other: Ci): boolean {
	return differencesOf(one, other, (id) => id).length === 0;
}

function wordsOf(ci: Ci, nameOf: NameOf): Readonly<Record<string, string | null>> {
	return {
		externalId: ci.externalId ?? null,
		name: ci.name,
		class: ci.class,
		ownerTeam: ci.ownerTeamId === null ? null : nameOf(ci.ownerTeamId),
		criticality: criticalityWord(ci.criticality),
		status: ci.status ?? USUAL_STATUS,
		location: ci.location ?? null,
		note: ci.note ?? null,
		...Object.fromEntries(
			CI_RELATIONS.map((kind) => [
				FIELD_OF_RELATION[kind],
				[...relatedIds(ci, kind)].sort().map(nameOf).join(", ") || null,
			]),
		),
	};
}
