import type { Person } from "../../../../shared/api/directory.ts";
import type { Role } from "../../../../shared/permission/permission.ts";

/** Who is asking: a person, or a wall's device. */
export type Identity =
	| { readonly kind: "person"; readonly person: Person; readonly roles: readonly Role[] }
	| { readonly kind: "device"; readonly deviceId: string; readonly roles: readonly Role[] };
