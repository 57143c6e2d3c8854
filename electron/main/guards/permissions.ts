import type { Session } from "electron";
import { isPermitted } from "./is-permitted.ts";

/** Answers everything a page may ask the system for: no, but for the few things our own pages need. */
export function denyPermissions(session: Session): void {
	session.setPermissionRequestHandler((_contents, permission, callback, details) => {
		callback(isPermitted(permission, details.requestingUrl));
	});
	session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
		isPermitted(permission, requestingOrigin),
	);
	session.setDevicePermissionHandler(() => false);
}
