import { wordsOf, writeWords } from "./words.ts";

/** What a ticket may have of them. */
export const TAG_LIMITS = { letters: 40, perTicket: 20 } as const;

const FITTING = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** A tag as it is kept: in lower case, without spaces; `null` where nothing of it can be one. */
export function tagOf(typed: string): string | null {
	const tag = typed.trim().replace(/^#+/, "").normalize("NFC").toLowerCase().replace(/\s+/g, "-");
	return FITTING.test(tag) && tag.length <= TAG_LIMITS.letters ? tag : null;
}

/** The tags in a field's value. */
export const readTags = wordsOf;

/** The one way in which these tags are written: each once, in order; `null` for none. */
export const writeTags = writeWords;

/** Whether a value is a set of tags as they are kept. */
export function areTags(value: string | number): boolean {
	const tags = readTags(value);
	const isKept = tags.every((tag) => tagOf(tag) === tag) && writeTags(tags) === value;
	return isKept && tags.length <= TAG_LIMITS.perTicket;
}
