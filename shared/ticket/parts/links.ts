import { wordsOf, writeWords } from "./words.ts";

/** How one ticket stands to another, said from its side. */
export const LINK_KINDS = ["relatesTo", "blocks", "blockedBy", "follows", "followedBy"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

const OPPOSITES: Readonly<Record<LinkKind, LinkKind>> = {
	relatesTo: "relatesTo",
	blocks: "blockedBy",
	blockedBy: "blocks",
	follows: "followedBy",
	followedBy: "follows",
};

export interface TicketLink {
	readonly kind: LinkKind;
	readonly ticketId: string;
}

export const LINK_LIMITS = { perTicket: 50, idLetters: 64 } as const;

/** The same link as the other ticket says it. */
export function oppositeOf(kind: LinkKind): LinkKind {
	return OPPOSITES[kind];
}

/** The links in a field’s value; what a newer program put there is left out. */
export function readLinks(value: unknown): readonly TicketLink[] {
	return wordsOf(value).flatMap((word) => linkOf(word) ?? []);
}

/** The one way in which these links are written: each once, in order; `null` for none. */
export function writeLinks(links: Iterable<TicketLink>): string | null {
	return writeWords([...links].map(({ kind, ticketId }) => `${kind}:${ticketId}`));
}

/** Whether a value is a set of links as they are kept. */
export function areLinks(value: string | number): boolean {
	const words = wordsOf(value);
	return (
		words.length <= LINK_LIMITS.perTicket &&
		words.every((word) => linkOf(word) !== null) &&
		writeWords(words) === value
	);
}

function linkOf(word: string): TicketLink | null {
	const end = word.indexOf(":");
	const kind = LINK_KINDS.find((known) => known === word.slice(0, end));
	const ticketId = word.slice(end + 1);
	return kind && ticketId !== "" && ticketId.length <= LINK_LIMITS.idLetters ? { kind, ticketId } : null;
}
