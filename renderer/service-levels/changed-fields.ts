import type { Version } from "../../shared/sla/versions.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";

const OF_EVERY_VERSION: ReadonlySet<string> = new Set(["version", "effectiveFrom", "savedAt", "savedById"]);

/** What one version says otherwise than the one before, in words. */
export function changedFields(before: Version, after: Version): readonly string[] {
	const old = new Map(Object.entries(before));
	return Object.entries(after)
		.filter(([field]) => !OF_EVERY_VERSION.has(field))
		.filter(([field, value]) => JSON.stringify(old.get(field)) !== JSON.stringify(value))
		.map(([field]) => serviceLevelsText.fields[field] ?? field);
}
