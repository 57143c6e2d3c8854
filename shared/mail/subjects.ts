import { LIMITS } from "../api/common.ts";

/** Letters and digits as tickets are numbered; whether there is such a ticket the desk knows. */
const NUMBER = /(?<![A-Za-z0-9])[A-Za-z]{2,8}\d{4,10}(?![A-Za-z0-9])/g;
/** Reply and forward marks of mail programs, in the languages that write their own. */
const MARKS = /^\s*(?:(?:re|aw|antw|antwort|sv|vs|odp|rif|ref|fwd?|wg|tr|enc|i)(?:\[\d+\])?\s*:\s*)+/i;
const MOST = 5;

/** What in a subject may be a ticket's number, as tickets write it. */
export function numbersInSubject(subject: string): readonly string[] {
	return [...new Set((subject.match(NUMBER) ?? []).map((found) => found.toUpperCase()))].slice(0, MOST);
}

/** The subject of a message about a ticket: the number leads, so that an answer finds back by it alone. */
export function subjectOfTicket({
	number,
	shortDescription,
}: {
	readonly number: string;
	readonly shortDescription: string;
}): string {
	return `[${number}] ${shortDescription.replaceAll(/\s+/g, " ")}`;
}

/** A new ticket's short description: the subject without what mail programs put before it. */
export function titleFromSubject(subject: string): string {
	const title = subject.replaceAll(/\s+/g, " ").replace(MARKS, "").trim();
	return title.slice(0, LIMITS.shortDescription).trim();
}
