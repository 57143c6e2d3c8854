import type { LinkKind } from "../../../shared/ticket/parts/links.ts";

const KINDS: Readonly<Record<LinkKind, string>> = {
	relatesTo: "relates to",
	blocks: "blocks",
	blockedBy: "is blocked by",
	follows: "follows",
	followedBy: "is followed by",
};

const GROUPS: Readonly<Record<LinkKind, string>> = {
	relatesTo: "Relates to",
	blocks: "Blocks",
	blockedBy: "Blocked by",
	follows: "Follows",
	followedBy: "Followed by",
};

export const linksText = {
	label: "Linked tickets",
	kinds: KINDS,
	groups: GROUPS,
	kind: (number: string) => `How ${number} stands to it`,
	find: "Find a ticket",
	needed: "Choose a ticket.",
	already: "They are linked like this already.",
	save: "Link",
	gone: "That ticket is gone.",
	linked: (number: string, how: string, other: string) => `${number} ${how} ${other}`,
	unlinked: (number: string, other: string) => `${number} and ${other} are no longer linked`,
	one: (kind: LinkKind, other: string | undefined) => `${KINDS[kind]} ${other ?? "a ticket that is gone"}`,
	unlink: "Unlink",
	unlinkNamed: (other: string) => `Unlink ${other}`,
} as const;
