import { parseConsoleUrl } from "./console-url.ts";

/** Copying a number, the wall's full screen, and storage that the disk's fullness does not evict. */
const PERMITTED: ReadonlySet<string> = new Set([
	"clipboard-sanitized-write",
	"fullscreen",
	"persistent-storage",
	"screen-wake-lock",
]);

/** Whether a page gets what it asks the system for. */
export function isPermitted(permission: string, requestingUrl: string): boolean {
	return PERMITTED.has(permission) && parseConsoleUrl(requestingUrl) !== null;
}
