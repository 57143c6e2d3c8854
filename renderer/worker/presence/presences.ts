import type { Doing, Presence, PresenceTelling } from "../../../shared/api/presence.ts";
import type { Model } from "../engine/model.ts";

/** Somebody else at a ticket. */
export interface PersonAt {
	readonly personId: string;
	readonly name: string;
	readonly doing: Doing;
}

export function takePresence(known: Map<string, Presence>, { isAll, present }: PresenceTelling): void {
	if (isAll) known.clear();
	for (const each of present) {
		const key = `${each.personId} ${each.windowId}`;
		if (each.here) known.set(key, each);
		else known.delete(key);
	}
}

/** Others than who works here, by the tickets they are at; nobody while the desk is out of reach. */
export function presencePayload(model: Model): Readonly<Record<string, readonly PersonAt[]>> {
	if (!isConnected(model)) return {};
	const myself = model.session?.person?.id;
	const people = model.generation?.cache.things.people;
	const at = new Map<string, Map<string, PersonAt>>();
	for (const { personId, here } of model.presences.values()) {
		const name = people?.get(personId)?.name;
		if (!here || personId === myself || name === undefined) continue;
		const there = at.get(here.ticketId) ?? new Map<string, PersonAt>();
		at.set(here.ticketId, there);
		// In two windows at once: what is more.
		const doing = there.get(personId)?.doing === "types" ? "types" : here.doing;
		there.set(personId, { personId, name, doing });
	}
	return Object.fromEntries(
		[...at].map(([ticketId, there]) => [
			ticketId,
			[...there.values()].sort((one, other) => one.name.localeCompare(other.name)),
		]),
	);
}

export function isConnected({ writer: { connection } }: Model): boolean {
	return connection.state === "live" || connection.state === "catching-up";
}
