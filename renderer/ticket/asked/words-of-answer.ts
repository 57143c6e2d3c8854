import type { Answer } from "../../../shared/request/answers.ts";
import { requestsText as text } from "../../text/en/requests.ts";

/** An answer in words; a person by name, where it is known. */
export function wordsOfAnswer(
	{ type, value }: Answer,
	nameOf: (personId: string) => string | undefined,
): string {
	if (value === null || value === "") return text.none;
	if (type === "flag") return value === 1 ? text.yes : text.no;
	return type === "person" ? (nameOf(String(value)) ?? String(value)) : String(value);
}
