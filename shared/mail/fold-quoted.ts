/** A text and, apart from it, what it repeats of earlier ones. */
export interface FoldedText {
	readonly own: string;
	/** `null` where it repeats nothing. */
	readonly quoted: string | null;
}

/** “On Tue, 3 Mar 2026 at 10:12, Ada wrote:” and its like, also broken over two lines. */
const INTRODUCTION =
	/^(?:on|am|le|el|il|op|den|em|w dniu)\b.{3,200}\b(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto|schreef.{0,80}|skrev.{0,80}|escreveu|napisał.{0,3})\s*:$/i;
/** Outlook’s line, and those of programs that copied it. */
const DIVIDER =
	/^-{2,}\s*(?:original message|ursprüngliche nachricht|message d.origine|mensaje original|forwarded message)\s*-{2,}$/i;
/** Outlook’s other line; it says nothing without headers below it. */
const RULE = /^_{20,}$/;
const HEADER_LINE =
	/^\*?(from|von|de|da|sent|gesendet|envoyé|enviado|date|datum|to|an|à|para|subject|betreff|objet|asunto)\*?\s*:\*?\s+\S/i;

/**
 * Parts what somebody wrote from what their mail program repeated below it. Nothing is dropped, and quotes
 * with answers between them are left as they are: there the quote is part of what is said.
 */
export function foldQuoted(text: string): FoldedText {
	const lines = text.split(/\r?\n/);
	const start = quoteStart(lines);
	if (start === null) return { own: text, quoted: null };
	const own = lines.slice(0, start).join("\n").trimEnd();
	// All of it repeated: what is there is what was meant to be read.
	if (own.trim() === "") return { own: text, quoted: null };
	return { own, quoted: lines.slice(start).join("\n").trim() };
}

/** The first line of what is repeated to the end. */
function quoteStart(lines: readonly string[]): number | null {
	for (const [index, line] of lines.entries()) {
		const trimmed = line.trim();
		if (DIVIDER.test(trimmed)) return index;
		if (RULE.test(trimmed) && hasHeaders(lines, index + 1)) return index;
		if (HEADER_LINE.test(trimmed) && hasHeaders(lines, index)) return index;
		if (isIntroduction(lines, index) && isQuotedToEnd(lines, index + introductionLength(lines, index)))
			return index;
		if (trimmed.startsWith(">") && isQuotedToEnd(lines, index)) return index;
	}
	return null;
}

function isIntroduction(lines: readonly string[], index: number): boolean {
	return introductionLength(lines, index) > 0;
}

/** How many lines an introduction takes: a mail program breaks a long one. */
function introductionLength(lines: readonly string[], index: number): number {
	const first = lines[index]?.trim() ?? "";
	if (INTRODUCTION.test(first)) return 1;
	const second = lines[index + 1]?.trim() ?? "";
	return second !== "" && !second.startsWith(">") && INTRODUCTION.test(`${first} ${second}`) ? 2 : 0;
}

/** Whether at least three lines like “From: …” come here, as Outlook puts above what it repeats. */
function hasHeaders(lines: readonly string[], from: number): boolean {
	const near = lines.slice(from, from + 8).map((line) => line.trim());
	const first = near.findIndex((line) => line !== "");
	if (first < 0 || !HEADER_LINE.test(near[first] ?? "")) return false;
	const names = near.flatMap((line) => HEADER_LINE.exec(line)?.[1]?.toLowerCase() ?? []);
	return new Set(names).size >= 3;
}

/** Whether nothing but quotes follows, save the few last lines of a signature. */
function isQuotedToEnd(lines: readonly string[], from: number): boolean {
	const rest = lines.slice(from).map((line) => line.trim());
	const said = rest.filter((line) => line !== "");
	const signature = said.indexOf("--");
	const judged = signature >= 0 && said.length - signature <= 8 ? said.slice(0, signature) : said;
	return judged.length > 0 && judged.every((line) => line.startsWith(">"));
}
