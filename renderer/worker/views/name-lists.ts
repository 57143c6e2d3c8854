import type { TicketCache } from "../cache/ticket-cache.ts";
import { NameList } from "./name-list.ts";

/** The names that tickets have: of people, of teams, of CIs and services. */
export interface NameLists {
	/** Other names have another version. */
	readonly version: string;
	readonly people: NameList;
	readonly teams: NameList;
	readonly cis: NameList;
}

/** Those of a cache as it is now: the ones before, where nothing of them changed. */
export function nameListsOf({ things, columns }: TicketCache, before: NameLists | null): NameLists {
	const sizes = [columns.people.size, columns.teams.size, columns.cis.size];
	const version = `${things.namesVersion} ${sizes.join(" ")}`;
	if (before?.version === version) return before;
	return {
		version,
		people: new NameList(columns.people, (id) => things.people.get(id)?.name),
		teams: new NameList(columns.teams, (id) => things.teams.get(id)?.name),
		cis: new NameList(columns.cis, (id) => things.cis.get(id)?.name),
	};
}
