/** The words of a field whose value is a set of them. */
export function wordsOf(value: unknown): readonly string[] {
	return typeof value === "string" && value !== "" ? value.split(" ") : [];
}

/** The one way in which these words are written: each once, in order; `null` for none. */
export function writeWords(words: Iterable<string>): string | null {
	const sorted = [...new Set(words)].sort();
	return sorted.length === 0 ? null : sorted.join(" ");
}
