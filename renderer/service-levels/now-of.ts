import type { Version } from "../../shared/sla/versions.ts";
import type { EpochMs } from "../../shared/ticket/ticket.ts";

/** The page’s time, but never before the last save: what was saved to apply at once applies. */
export function nowOf(versions: readonly Version[], now: EpochMs): EpochMs {
	return versions.reduce((latest, { savedAt }) => Math.max(latest, savedAt), now);
}
