import type { Person } from "../../../shared/api/directory.ts";
import { can } from "../../../shared/permission/permission.ts";
import { makeNameTest } from "../calls/find.ts";
import type { Model } from "../engine/model.ts";
import type { PeopleList, PeopleQuery, TeamRow } from "../protocol.ts";
import { compareTexts } from "../views/slot-order.ts";

/** The first people that match, by name: all of the desk are cached, so that this answers offline as well. */
export function peoplePayload(model: Model, { text, show, teamId, limit }: PeopleQuery): PeopleList {
	const people = [...(model.generation?.cache.things.people.values() ?? [])];
	const isNamed = makeNameTest(text);
	const found = people.filter(
		(person) =>
			isShown(person, show) &&
			(teamId === null || person.teamIds.includes(teamId)) &&
			isNamed(person.name, `${person.email ?? ""} ${person.department ?? ""} ${person.phone ?? ""}`),
	);
	const first = found
		.map((person) => ({ person, key: person.name.toLowerCase() }))
		.sort((one, other) => compareTexts(one.key, other.key) || compareTexts(one.person.id, other.person.id))
		.slice(0, limit)
		.map(({ person }) => person);
	return { total: found.length, people: first };
}

function isShown(person: Person, show: PeopleQuery["show"]): boolean {
	switch (show) {
		case "staff":
			return person.isActive && can(person.roles, "desk.read");
		case "callers":
			return person.isActive && !can(person.roles, "desk.read");
		case "inactive":
			return !person.isActive;
		case "all":
			return true;
	}
}

/** All teams by name, those that take no more tickets too, with how many people are in each. */
export function teamsPayload(model: Model): readonly TeamRow[] {
	const things = model.generation?.cache.things;
	if (!things) return [];
	const counts = new Map<string, number>();
	for (const { isActive, teamIds } of things.people.values()) {
		if (isActive) for (const id of teamIds) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return [...things.teams.values()]
		.map((team) => ({ team, members: counts.get(team.id) ?? 0 }))
		.sort((one, other) => compareTexts(one.team.name.toLowerCase(), other.team.name.toLowerCase()));
}
