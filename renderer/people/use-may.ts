import { type Action, can, knownRoles } from "../../shared/permission/permission.ts";
import { useTopic } from "../data/index.ts";

/** Whether somebody's roles allow it at all, whether or not the desk is in reach now. */
export function useMay(action: Action): boolean {
	const session = useTopic("session", null);
	return session ? can(knownRoles(session.roles), action) : false;
}
