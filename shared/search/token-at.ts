import { parseSearch, type Span } from "./parse-search.ts";

/** What of a search somebody is typing: the piece that ends at, or has in it, the place `caret`. */
export function tokenAt(text: string, caret: number): Span {
	const term = parseSearch(text).findLast(({ from, to }) => from <= caret && caret <= to);
	if (!term) return { from: caret, to: caret };
	// A number that was typed with spaces is several pieces.
	const from = term.type === "number" ? Math.max(term.from, text.lastIndexOf(" ", caret - 1) + 1) : term.from;
	return { from, to: term.to };
}

/** The text without one piece of it. */
export function withoutToken(text: string, { from, to }: Span): string {
	return `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();
}

/** The text with a piece of it replaced, and where the caret is then. */
export function withToken(
	text: string,
	{ from, to }: Span,
	token: string,
): { readonly text: string; readonly caret: number } {
	const before = `${text.slice(0, from)}${token}`;
	return { text: `${before}${text.slice(to)}`, caret: before.length };
}
