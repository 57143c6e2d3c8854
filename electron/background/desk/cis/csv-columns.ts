import {
	CI_COLUMNS,
	type CiPreviewInput,
	type ColumnMapping,
	type ImportColumn,
	RELATION_COLUMNS,
} from "../../../../shared/api/cis.ts";

/** What columns are called elsewhere, in small letters without signs. */
const OTHER_NAMES: Readonly<Record<ImportColumn, readonly string[]>> = {
	externalId: ["externalid", "id", "key", "sysid", "correlationid", "ciid", "assettag"],
	name: ["name", "ciname", "displayname", "hostname"],
	class: ["class", "kind", "type", "ciclass", "sysclassname", "category"],
	ownerTeam: ["ownerteam", "owner", "team", "supportgroup", "assignmentgroup", "ownedby"],
	criticality: ["criticality", "businesscriticality", "busnesscriticality"],
	status: ["status", "state", "operationalstatus", "installstatus"],
	location: ["location", "site", "place"],
	note: ["note", "notes", "comments", "description", "shortdescription"],
	from: ["from", "parent", "source", "ci"],
	relation: ["relation", "type", "relationship", "kind"],
	to: ["to", "child", "target", "related"],
};

export function columnsOf(form: CiPreviewInput["form"]): readonly ImportColumn[] {
	return form === "cis" ? CI_COLUMNS : RELATION_COLUMNS;
}

/** Which column is which, as the header says; each column of the file stands for one thing. */
export function guessMapping(
	form: CiPreviewInput["form"],
	headers: readonly string[],
): Readonly<Record<string, number | null>> {
	const plain = headers.map((header) => header.toLowerCase().replace(/[^a-z]/g, ""));
	const taken = new Set<number>();
	return Object.fromEntries(
		columnsOf(form).map((column) => {
			const found = OTHER_NAMES[column]
				.map((name) => plain.findIndex((header, index) => header === name && !taken.has(index)))
				.find((index) => index >= 0);
			if (found !== undefined) taken.add(found);
			return [column, found ?? null];
		}),
	);
}

/** What a record has in a column; `undefined` where the file has no such column. */
export function cellOf(
	fields: readonly string[],
	mapping: ColumnMapping,
	column: ImportColumn,
): string | undefined {
	const index = mapping[column];
	return index === null || index === undefined ? undefined : (fields[index] ?? "").trim();
}
