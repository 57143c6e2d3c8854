import { sql } from "kysely";
import type { Ci, CiInput } from "../../../../shared/api/directory.ts";
import { CI_RELATIONS, relatedIds } from "../../../../shared/ci/ci.ts";
import { fromCiRow, fromTeamRow } from "../../store/rows.ts";
import type { DeskDatabase } from "../../store/store.ts";
import type { DeskBefore } from "./import-plan.ts";

export async function readCis(database: DeskDatabase): Promise<readonly Ci[]> {
	return (await database.selectFrom("ci").selectAll().execute()).map(fromCiRow);
}

export async function readCi(database: DeskDatabase, id: string): Promise<Ci | null> {
	const row = await database.selectFrom("ci").selectAll().where("id", "=", id).executeTakeFirst();
	return row ? fromCiRow(row) : null;
}

export async function readDeskBefore(database: DeskDatabase): Promise<DeskBefore> {
	const [cis, teams] = [await readCis(database), await database.selectFrom("team").selectAll().execute()];
	return { cis, teams: teams.map(fromTeamRow) };
}

/** What a record says that is not so at this desk: the field, or `null`. */
export async function findWrongField(
	database: DeskDatabase,
	ci: CiInput & { readonly id: string },
): Promise<{ readonly field: string; readonly message: string } | null> {
	const { id, ownerTeamId, externalId } = ci;
	if (ownerTeamId !== null) {
		const team = await database
			.selectFrom("team")
			.select("id")
			.where("id", "=", ownerTeamId)
			.executeTakeFirst();
		if (!team) return { field: "ownerTeamId", message: "There is no such team at this desk." };
	}
	if (externalId !== undefined) {
		const same = await database
			.selectFrom("ci")
			.select("name")
			.where("external_id", "=", externalId)
			.where("id", "!=", id)
			.executeTakeFirst();
		if (same) return { field: "externalId", message: `“${same.name}” has this external id.` };
	}
	const named = [...new Set(CI_RELATIONS.flatMap((kind) => relatedIds(ci, kind)))];
	if (named.includes(id)) return { field: "relations", message: "A CI is not related to itself." };
	const { rows } = await sql<{ readonly id: string }>`
		select id from ci where id in (select value from json_each(${JSON.stringify(named)}))`.execute(database);
	if (rows.length < named.length)
		return { field: "relations", message: "One of the related CIs is gone from this desk." };
	return null;
}

/** What still names one of these from outside: they can't be removed. Words for people, or `null`. */
export async function findNaming(
	database: DeskDatabase,
	ids: ReadonlySet<string>,
	/** CIs whose relations don't count. */
	leftOut: readonly string[] = [],
): Promise<string | null> {
	const list = JSON.stringify([...ids]);
	const ticket = await sql<{ readonly number: string }>`
		select number from ticket
		where ci_id in (select value from json_each(${list})) or service_id in (select value from json_each(${list}))
		limit 1`.execute(database);
	const first = ticket.rows[0];
	if (first) return first.number;
	const check = await sql<{ readonly name: string }>`
		select json_extract(definition, '$.name') as name from check_definition
		where json_extract(definition, '$.ciId') in (select value from json_each(${list}))
			or json_extract(definition, '$.serviceId') in (select value from json_each(${list}))
		limit 1`.execute(database);
	const watching = check.rows[0];
	if (watching) return `the check “${watching.name}”`;
	const out = new Set([...ids, ...leftOut]);
	const relating = (await readCis(database)).find(
		(ci) => !out.has(ci.id) && CI_RELATIONS.some((kind) => relatedIds(ci, kind).some((id) => ids.has(id))),
	);
	return relating ? `the CI “${relating.name}”` : null;
}
