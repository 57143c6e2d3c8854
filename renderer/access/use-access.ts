import type { Session } from "../../shared/api/desk.ts";
import { type Action, can, knownRoles } from "../../shared/permission/permission.ts";
import { useTopic } from "../data/index.ts";
import { accessText } from "../text/en/access.ts";

/** Whether something that only the desk can do may be done now; `reason` says why not. */
export interface Access {
	readonly isAllowed: boolean;
	readonly reason: string | null;
}

/** For what goes straight to the desk and can't wait in the outbox: checks, rules, devices, imports, people. */
export function useAccess(action: Action): Access {
	const session = useTopic("session", null);
	const online = useOnline();
	if (!online.isAllowed) return online;
	return session && !isGranted(session, action) ? NOT_ALLOWED : ALLOWED;
}

/** As `useAccess`, for what needs no right: one's own account. */
export function useOnline(): Access {
	const sync = useTopic("sync", null);
	if (sync?.state === "offline") return { isAllowed: false, reason: accessText.offline };
	if (sync?.state === "signed-out") return { isAllowed: false, reason: accessText.signedOut };
	return ALLOWED;
}

/** Whether the person's roles allow something that works without the desk. */
export function useMay(action: Action): Access {
	const session = useTopic("session", null);
	return session && !isGranted(session, action) ? NOT_ALLOWED : ALLOWED;
}

const ALLOWED: Access = { isAllowed: true, reason: null };
const NOT_ALLOWED: Access = { isAllowed: false, reason: accessText.notAllowed };

function isGranted(session: Session, action: Action): boolean {
	return can(knownRoles(session.roles), action);
}
