import type { FieldDefinition } from "../lifecycle.ts";

/** The tags of a ticket. */
export const TAGS = "$tags";

/** What every ticket that people work on has, whatever its kind declares; a part of the page of its own shows each. */
export const COMMON_FIELDS: readonly FieldDefinition[] = [
	{ name: TAGS, label: "Tags", type: "text", parts: "tags", isShownApart: true },
];
