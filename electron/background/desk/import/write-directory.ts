import type { Person } from "../../../../shared/api/directory.ts";
import { inSlices, insertRows } from "../../store/bulk.ts";
import { fromPersonRow, toCiRow, toPersonRow, toTeamRow } from "../../store/rows.ts";
import type { Store, WriteScope } from "../../store/store.ts";
import type { LoggedDirectory } from "./log-directory.ts";

/** People of one transaction. */
const SLICE = 500;

/** Adds whom and what the desk does not know yet; those that it knows are left as they are, but for new teams. */
export async function writeDirectory(store: Store, directory: LoggedDirectory): Promise<void> {
	await store.write(async (scope) => {
		await addTeams(scope, directory);
		await addCis(scope, directory);
	});
	await inSlices(directory.people, SLICE, async (people) => {
		await store.write((scope) => addPeople(scope, people));
	});
}

async function addTeams({ tx, logChange }: WriteScope, { teams }: LoggedDirectory): Promise<void> {
	const known = new Set((await tx.selectFrom("team").select("id").execute()).map(({ id }) => id));
	const missing = teams.filter(({ id }) => !known.has(id));
	await insertRows(tx, "team", missing.map(toTeamRow));
	for (const { id } of missing) logChange("team", id);
}

async function addCis({ tx, logChange }: WriteScope, { cis }: LoggedDirectory): Promise<void> {
	const known = new Set((await tx.selectFrom("ci").select("id").execute()).map(({ id }) => id));
	const missing = cis.filter(({ id }) => !known.has(id));
	await insertRows(tx, "ci", missing.map(toCiRow));
	for (const { id } of missing) logChange("ci", id);
}

async function addPeople({ tx, logChange }: WriteScope, people: readonly Person[]): Promise<void> {
	const ids = people.map(({ id }) => id);
	const rows = await tx.selectFrom("person").selectAll().where("id", "in", ids).execute();
	const known = new Map(rows.map((row) => [row.id, fromPersonRow(row)]));
	const changed = people.flatMap((person) => {
		const present = known.get(person.id);
		if (!present) return [person];
		const roles = [...new Set([...present.roles, ...person.roles.filter((role) => role === "agent")])];
		const teamIds = [...new Set([...present.teamIds, ...person.teamIds])];
		const isSame = roles.length === present.roles.length && teamIds.length === present.teamIds.length;
		return isSame ? [] : [{ ...present, roles, teamIds }];
	});
	await insertRows(tx, "person", changed.map(toPersonRow), { isReplacing: true });
	for (const { id } of changed) logChange("person", id);
}
