import { can, knownRoles } from "../../shared/permission/permission.ts";
import { useTopic } from "../data/index.ts";

/** Whether somebody's roles let them change people at all, whether or not the desk is in reach now. */
export function useMayManage(): boolean {
	const session = useTopic("session", null);
	return session ? can(knownRoles(session.roles), "people.manage") : false;
}
