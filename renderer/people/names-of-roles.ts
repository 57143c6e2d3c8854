import { ROLES, type Role } from "../../shared/permission/permission.ts";
import { roleName } from "../text/en/people.ts";

/** `Lead, Agent`: in the order in which the roles are always named. */
export function namesOfRoles(roles: readonly Role[]): string {
	return ROLES.filter((role) => roles.includes(role))
		.map(roleName)
		.join(", ");
}
