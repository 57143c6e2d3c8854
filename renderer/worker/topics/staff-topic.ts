import { can } from "../../../shared/permission/permission.ts";
import type { Model } from "../engine/model.ts";
import type { Topics } from "../protocol.ts";
import { compareTexts } from "../views/slot-order.ts";

/** Teams, people who can be assigned, and CIs, each by name. */
export function staffPayload(model: Model): Topics["staff"]["payload"] {
	const things = model.generation?.cache.things;
	if (!things) return { teams: [], people: [], cis: [] };
	return {
		teams: byName([...things.teams.values()].filter((team) => team.isActive)),
		people: byName(
			[...things.people.values()].filter((person) => person.isActive && can(person.roles, "ticket.edit")),
		),
		cis: byName([...things.cis.values()]),
	};
}

function byName<Named extends { readonly name: string }>(items: readonly Named[]): readonly Named[] {
	return items
		.map((item) => ({ item, key: item.name.toLowerCase() }))
		.sort((one, other) => compareTexts(one.key, other.key))
		.map(({ item }) => item);
}
