import type { Ci, Person, Team } from "../../../../shared/api/directory.ts";
import type { LogEvent } from "./log-event.ts";
import { type NameRole, nameLogged } from "./log-names.ts";

/** Whom and what the replayed lines name. */
export interface LoggedDirectory {
	readonly people: readonly Person[];
	readonly teams: readonly Team[];
	readonly cis: readonly Ci[];
}

interface Draft {
	readonly name: string;
	isAgent: boolean;
	readonly teamIds: Set<string>;
}

/** Gathers people, teams and CIs. Who updates or is assigned is an agent, of the teams they were assigned with. */
export class DirectoryGatherer {
	readonly #people = new Map<string, Draft>();
	readonly #teams = new Map<string, string>();
	readonly #cis = new Map<string, string>();

	add(event: LogEvent): void {
		this.#meet("caller", event.caller);
		this.#meet("opener", event.openedBy);
		this.#meet("updater", event.updatedBy);
		const assignee = this.#meet("assignee", event.assignee);
		const teamId = note(this.#teams, "team", event.team);
		if (assignee && teamId !== null) assignee.teamIds.add(teamId);
		note(this.#cis, "ci", event.ci);
	}

	finish(): LoggedDirectory {
		return {
			people: [...this.#people].map(([id, draft]) => makePerson(id, draft)),
			teams: [...this.#teams].map(([id, name]) => ({ id, name, isActive: true })),
			cis: [...this.#cis].map(([id, name]) => makeCi(id, name)),
		};
	}

	#meet(role: NameRole, value: string | null): Draft | null {
		if (value === null) return null;
		const { id, name } = nameLogged(role, value);
		const draft = this.#people.get(id) ?? { name, isAgent: false, teamIds: new Set() };
		this.#people.set(id, draft);
		draft.isAgent ||= role === "assignee" || role === "updater";
		return draft;
	}
}

function note(list: Map<string, string>, role: NameRole, value: string | null): string | null {
	if (value === null) return null;
	const { id, name } = nameLogged(role, value);
	list.set(id, name);
	return id;
}

function makePerson(id: string, { name, isAgent, teamIds }: Draft): Person {
	return {
		id,
		name,
		email: null,
		phone: null,
		location: null,
		department: null,
		isVip: false,
		roles: isAgent ? ["agent"] : ["caller"],
		teamIds: [...teamIds].sort(),
		isActive: true,
	};
}

/** The log says only that there is one. */
function makeCi(id: string, name: string): Ci {
	return { id, name, class: "other", ownerTeamId: null, criticality: 4, dependsOnIds: [] };
}
