import { sql } from "kysely";
import type { Person, Team } from "../../../shared/api/directory.ts";
import type { PeopleQuery } from "../../../shared/api/people.ts";
import { fromPersonRow, fromTeamRow } from "../store/rows.ts";
import type { DeskDatabase } from "../store/store.ts";

const PER_PAGE = 100;

/** Reads people and teams. */
export async function listPeople(
	database: DeskDatabase,
	query: PeopleQuery,
): Promise<{ readonly people: Person[]; readonly total: number }> {
	const matching = wherePeople(database, query);
	const rows = await matching
		.selectAll()
		.orderBy(sql`lower(name)`)
		.orderBy("id")
		.limit(query.limit ?? PER_PAGE)
		.offset(query.offset ?? 0)
		.execute();
	const count = await matching
		.select((select) => select.fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	return { people: rows.map(fromPersonRow), total: count.total };
}

function wherePeople(database: DeskDatabase, { text, role, teamId, isActive }: PeopleQuery) {
	let select = database.selectFrom("person");
	for (const word of (text ?? "").toLowerCase().split(/\s+/).filter(Boolean)) {
		select = select.where(
			sql<boolean>`instr(lower(concat_ws(' ', name, email, phone, department)), ${word}) > 0`,
		);
	}
	if (role) select = select.where(holds("roles", role));
	if (teamId) select = select.where(holds("team_ids", teamId));
	if (isActive) select = select.where("is_active", "=", isActive === "true" ? 1 : 0);
	return select;
}

/** Whether a column of JSON texts holds one. */
function holds(column: "roles" | "team_ids", value: string) {
	return sql<boolean>`exists (select 1 from json_each(person.${sql.ref(column)}) where value = ${value})`;
}

export async function listTeams(database: DeskDatabase): Promise<Team[]> {
	const rows = await database
		.selectFrom("team")
		.selectAll()
		.orderBy(sql`lower(name)`)
		.orderBy("id")
		.execute();
	return rows.map(fromTeamRow);
}

export async function findTeam(database: DeskDatabase, teamId: string): Promise<Team | null> {
	const row = await database.selectFrom("team").selectAll().where("id", "=", teamId).executeTakeFirst();
	return row ? fromTeamRow(row) : null;
}
