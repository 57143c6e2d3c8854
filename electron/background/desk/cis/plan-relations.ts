import type { ColumnMapping, RelationColumn } from "../../../../shared/api/cis.ts";
import type { Ci } from "../../../../shared/api/directory.ts";
import { CI_RELATIONS, FIELD_OF_RELATION, relatedIds } from "../../../../shared/ci/ci.ts";
import { cellOf } from "./csv-columns.ts";
import type { DeskBefore, FileRecord, ImportPlan, RefusedRow } from "./import-plan.ts";
import { isSameCi } from "./same-ci.ts";

/** As many as a record holds of one kind. */
const MOST_OF_A_KIND = 500;

/**
 * What a file of relations would make of a desk: it adds them. What is there and not in the file stays, as
 * one file seldom knows all. Both ends are named by external id, or by a name that only one has.
 */
export function planRelations(
	{ cis }: Pick<DeskBefore, "cis">,
	{ records, mapping }: { readonly records: readonly FileRecord[]; readonly mapping: ColumnMapping },
): ImportPlan {
	const find = makeFinder(cis);
	const afterById = new Map<string, { readonly line: number; readonly before: Ci; readonly after: Ci }>();
	const refused: RefusedRow[] = [];
	let unchanged = 0;
	for (const { line, fields } of records) {
		const cell = (column: RelationColumn): string => cellOf(fields, mapping, column) ?? "";
		const refuse = (column: RelationColumn, message: string): void => {
			refused.push({ line, column, message, value: cell(column).slice(0, 80) });
		};
		const before = find(cell("from"));
		const to = find(cell("to"));
		const kind = CI_RELATIONS.find(
			(each) =>
				each ===
				cell("relation")
					.toLowerCase()
					.replace(/[\s-]+/g, "_"),
		);
		if (!before) refuse("from", "is no CI of this desk, or several have this name");
		if (!to) refuse("to", "is no CI of this desk, or several have this name");
		if (!kind) refuse("relation", `is none of ${CI_RELATIONS.join(", ")}`);
		if (!before || !to || !kind) continue;
		if (before.id === to.id) {
			refuse("to", "is the CI itself");
			continue;
		}
		const known = afterById.get(before.id) ?? { line, before, after: before };
		const ids = relatedIds(known.after, kind);
		if (ids.includes(to.id)) unchanged += 1;
		else if (ids.length >= MOST_OF_A_KIND) refuse("from", `has ${MOST_OF_A_KIND} of these relations already`);
		else {
			const after: Ci = { ...known.after, [FIELD_OF_RELATION[kind]]: [...ids, to.id] };
			afterById.set(before.id, { ...known, after });
		}
	}
	const planned = [...afterById.values()].filter(({ before, after }) => !isSameCi(before, after));
	return { planned, unchanged, missing: [], refused };
}

function makeFinder(cis: readonly Ci[]): (text: string) => Ci | null {
	const byKey = new Map<string, Ci>();
	const byName = new Map<string, Ci | null>();
	for (const ci of cis) {
		if (ci.externalId !== undefined) byKey.set(ci.externalId, ci);
		const name = ci.name.toLowerCase();
		byName.set(name, byName.has(name) ? null : ci);
	}
	return (text) => byKey.get(text) ?? byName.get(text.toLowerCase()) ?? null;
}
