import type { Session } from "../../../shared/api/desk.ts";
import { can, knownRoles } from "../../../shared/permission/permission.ts";
import { scopeName, viewerOf } from "../../../shared/permission/scope.ts";
import type { Refusal } from "../../../shared/result.ts";

/** Why the edits of somebody who may no longer read the desk wait. */
export const RIGHT_LOST: Refusal = {
	code: "right_lost",
	message: "You may no longer work on these tickets. Your edit is kept here; send it again when you may.",
};

/** What of the desk somebody sees: another name is another cache. Empty for all of it. */
export function seenBy(session: Session | null): string {
	return session?.person ? scopeName(viewerOf(session.person, knownRoles(session.roles))) : "";
}

export function mayRead(session: Session | null): boolean {
	return session?.person != null && can(knownRoles(session.roles), "desk.read");
}
