import { v5 } from "uuid";

/** A person, team or CI that the log names. */
export interface LoggedName {
	readonly id: string;
	readonly name: string;
}

/** What a value of the log stands for. */
export type NameRole = "caller" | "assignee" | "updater" | "opener" | "team" | "ci";

/** Everything that an import makes is named under this, so that importing twice makes the same. */
const NAMESPACE = "9c1f6d0a-3b57-5a44-8e0b-5a1c54c0b6de";

const NUMBERED: Readonly<Record<NameRole, readonly [idPart: string, label: string]>> = {
	caller: ["caller", "Caller"],
	assignee: ["agent", "Agent"],
	updater: ["user", "User"],
	opener: ["opener", "Opener"],
	team: ["team", "Team"],
	ci: ["ci", "CI"],
};

const SPELT: Readonly<Record<NameRole, string>> = {
	caller: "person",
	assignee: "person",
	updater: "person",
	opener: "person",
	team: "team",
	ci: "ci",
};

/**
 * Names what a value stands for. An anonymised log numbers each of its columns by itself (assignee 17
 * is whom `sys_updated_by` calls 60), so a mere number means another person in another column; a name
 * means the same one everywhere.
 */
export function nameLogged(role: NameRole, value: string): LoggedName {
	if (/^\d+$/.test(value)) {
		const [part, label] = NUMBERED[role];
		return { id: `sn:${part}:${value}`, name: `${label} ${value}` };
	}
	return { id: `sn:${SPELT[role]}:${v5(`${SPELT[role]}:${value}`, NAMESPACE)}`, name: value };
}

/** The id of an incident of the log: a UUID that depends on its number only. */
export function incidentIdOf(number: string): string {
	return v5(`incident:${number}`, NAMESPACE);
}

/** The id of an imported ticket's history entry, by which an entry made here is told from it. */
export function importedEntryId(ticketId: string, revision: number): string {
	return `${ticketId}:${revision}`;
}
