import { randomBytes } from "node:crypto";

/** The credential between the shell and its background, made anew for every launch and kept in memory only. */
export function makeLaunchToken(): string {
	return randomBytes(32).toString("base64url");
}
