import type { Session } from "../../../shared/api/desk.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import type { OpenGeneration } from "./model.ts";

/** More than a shift can work through; bounds what is fetched ahead. */
const LIMIT = 500;

/** Open tickets of a person and their teams, theirs first: whose histories are wanted offline. */
export function workingSet(
	{ cache }: OpenGeneration,
	session: Session | null,
): readonly { readonly id: string; readonly revision: number }[] {
	const { columns } = cache;
	const { flags, assignee, team, revision } = columns.data;
	const me = columns.people.find(session?.person?.id ?? "");
	const teams = new Set((session?.person?.teamIds ?? []).map((id) => columns.teams.find(id)));
	teams.delete(0);
	const mine: number[] = [];
	const ours: number[] = [];
	for (let slot = 0; slot < columns.size; slot += 1) {
		if (((flags[slot] ?? 0) & FLAG.open) === 0 || (revision[slot] ?? 0) === 0) continue;
		if (me !== 0 && assignee[slot] === me) mine.push(slot);
		else if (teams.has(team[slot] ?? 0)) ours.push(slot);
	}
	return [...mine, ...ours]
		.slice(0, LIMIT)
		.map((slot) => ({ id: columns.idOf(slot), revision: revision[slot] ?? 0 }));
}
