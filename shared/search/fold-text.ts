const MARKS = /\p{M}+/gu;
const BEYOND_ASCII = /[^\x20-\x7e]/;

/** Text as search and order see it: lower case, without diacritics. */
export function foldText(text: string): string {
	const lower = text.toLowerCase();
	return BEYOND_ASCII.test(lower) ? lower.normalize("NFD").replace(MARKS, "") : lower;
}

/** The words of a text, folded. */
export function searchWords(text: string): readonly string[] {
	return foldText(text)
		.split(/\s+/)
		.filter((word) => word !== "");
}
