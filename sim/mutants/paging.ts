import type { Mutant } from "./mutant.ts";
import { onPages } from "./routes.ts";

/** Desks that tell wrongly what changed. */
export const PAGING: readonly Mutant[] = [
	{
		name: "no-tombstones",
		bug: "The desk does not tell what was deleted.",
		breaks: ["I10"],
		take: onPages((page) => ({ ...page, changes: page.changes.filter((change) => !("deleted" in change)) })),
	},
	{
		name: "last-of-a-page",
		bug: "Off by one: where more pages follow, the last change of a page is in neither.",
		breaks: ["I3"],
		take: onPages((page) => (page.hasMore ? { ...page, changes: page.changes.slice(0, -1) } : page)),
	},
];
