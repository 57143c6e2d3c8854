import type { FieldDefinition } from "../lifecycle.ts";

/** The tags of a ticket. */
export const TAGS = "$tags";

/** The ticket that this one was split off. */
export const SPLIT_FROM = "$splitFrom";

/** The articles that go with a ticket: their ids, as tags are kept. */
export const ARTICLES = "$articles";

/** The tickets that this one is linked to, and how. */
export const LINKS = "$links";

/** What every ticket that people work on has, whatever its kind declares; a part of the page of its own shows each. */
export const COMMON_FIELDS: readonly FieldDefinition[] = [
	{ name: TAGS, label: "Tags", type: "text", parts: "tags", isShownApart: true },
	{ name: SPLIT_FROM, label: "Split from", type: "ticket", isShownApart: true },
	{ name: ARTICLES, label: "Articles", type: "text", parts: "tags", isShownApart: true },
	{ name: LINKS, label: "Links", type: "text", parts: "links", isShownApart: true },
];
