import type { Identity } from "./identity.ts";

/** Names whose an open feed is. */
export function feedOwner(identity: Identity): string {
	return identity.kind === "device" ? `device:${identity.deviceId}` : `person:${identity.person.id}`;
}

export function isPersons(owner: string): boolean {
	return owner.startsWith("person:");
}
