import type { Person } from "../../../../shared/api/directory.ts";
import type { Role } from "../../../../shared/permission/permission.ts";

/** Who is asking: a person, one who must choose a password first, or a wall's device. */
export type Identity = PersonIdentity | NewcomerIdentity | DeviceIdentity;

export interface PersonIdentity {
	readonly kind: "person";
	readonly person: Person;
	readonly roles: readonly Role[];
	/** `null` where nobody signs in. */
	readonly sessionId: string | null;
}

/** Signed in with a one-time password: may choose another, and nothing else. */
export interface NewcomerIdentity {
	readonly kind: "newcomer";
	readonly person: Person;
	readonly roles: readonly [];
	readonly sessionId: string;
}

export interface DeviceIdentity {
	readonly kind: "device";
	readonly deviceId: string;
	readonly roles: readonly Role[];
}
