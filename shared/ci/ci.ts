/** What a CI can be; a `service` is one that people use. */
export const CI_CLASSES = ["service", "application", "server", "network", "endpoint", "other"] as const;
export type CiClass = (typeof CI_CLASSES)[number];

export const CI_STATUSES = ["planned", "in_use", "maintenance", "retired"] as const;
export type CiStatus = (typeof CI_STATUSES)[number];

/** Where most CIs are, and what is not written down. */
export const USUAL_STATUS: CiStatus = "in_use";

/** 1 most critical … 4 least; the number stands in records, the word on screens and in files. */
export const CRITICALITIES = [1, 2, 3, 4] as const;
export type Criticality = (typeof CRITICALITIES)[number];
export const CRITICALITY_WORDS: Readonly<Record<Criticality, string>> = {
	1: "critical",
	2: "high",
	3: "medium",
	4: "low",
};

/** How one CI stands to another, told from the one that has it. */
export const CI_RELATIONS = ["depends_on", "runs_on", "part_of", "connects_to"] as const;
export type CiRelationKind = (typeof CI_RELATIONS)[number];

/** The field of a CI that holds each relation. */
export const FIELD_OF_RELATION = {
	depends_on: "dependsOnIds",
	runs_on: "runsOnIds",
	part_of: "partOfIds",
	connects_to: "connectsToIds",
} as const satisfies Readonly<Record<CiRelationKind, string>>;
type RelationField = (typeof FIELD_OF_RELATION)[CiRelationKind];

/** As much of a CI as says to what it is related. */
export type Relating = { readonly id: string; readonly dependsOnIds: readonly string[] } & {
	readonly [Field in RelationField]?: readonly string[] | undefined;
};

export function relatedIds(ci: Relating, kind: CiRelationKind): readonly string[] {
	return ci[FIELD_OF_RELATION[kind]] ?? [];
}

/** A word for a criticality, whatever a newer desk sends. */
export function criticalityWord(criticality: number): string {
	return CRITICALITY_WORDS[criticality as Criticality] ?? String(criticality);
}
