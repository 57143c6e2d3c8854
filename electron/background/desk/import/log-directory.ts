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
export function gatherDirectory(incidents: Iterable<readonly LogEvent[]>): LoggedDirectory {
	const people = new Map<string, Draft>();
	const teams = new Map<string, string>();
	const cis = new Map<string, string>();

	const meet = (role: NameRole, value: string | null): Draft | null => {
		if (value === null) return null;
		const { id, name } = nameLogged(role, value);
		const draft = people.get(id) ?? { name, isAgent: false, teamIds: new Set() };
		people.set(id, draft);
		draft.isAgent ||= role === "assignee" || role === "updater";
		return draft;
	};
	const note = (list: Map<string, string>, role: NameRole, value: string | null): string | null => {
		if (value === null) return null;
		const { id, name } = nameLogged(role, value);
		list.set(id, name);
		return id;
	};

	for (const events of incidents) {
		for (const event of events) {
			meet("caller", event.caller);
			meet("opener", event.openedBy);
			meet("updater", event.updatedBy);
			const assignee = meet("assignee", event.assignee);
			const teamId = note(teams, "team", event.team);
			if (assignee && teamId !== null) assignee.teamIds.add(teamId);
			note(cis, "ci", event.ci);
		}
	}
	return {
		people: [...people].map(([id, draft]) => makePerson(id, draft)),
		teams: [...teams].map(([id, name]) => ({ id, name, isActive: true })),
		cis: [...cis].map(([id, name]) => makeCi(id, name)),
	};
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
