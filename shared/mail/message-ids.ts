import { MAIL_LIMITS } from "./limits.ts";

const MESSAGE_ID = /<[^<>\s]{1,500}>/g;

/** The ids in an In-Reply-To or References header, in their order, each once. RFC 5322, 3.6.4. */
export function readMessageIds(header: string | undefined): readonly string[] {
	return [...new Set(header?.match(MESSAGE_ID) ?? [])];
}

/** The messages that one answers, the nearest first: In-Reply-To, then References from its end. */
export function answeredIds(headers: Readonly<Record<string, string>>): readonly string[] {
	const nearest = readMessageIds(headers["in-reply-to"]);
	const before = readMessageIds(headers.references).toReversed();
	return [...new Set([...nearest, ...before])].slice(0, MAIL_LIMITS.references);
}

/** The id of a message that this desk sends: known again by its first word. */
export function makeMessageId(id: string, fromAddress: string): string {
	return `<deskwatch.${id}@${fromAddress.split("@")[1] ?? "localhost"}>`;
}

/** Whether a desk at this address could have given a message its id. */
export function isOwnMessageId(messageId: string, fromAddress: string): boolean {
	const domain = fromAddress.split("@")[1]?.toLowerCase() ?? "";
	const lower = messageId.toLowerCase();
	return lower.startsWith("<deskwatch.") && lower.endsWith(`@${domain}>`);
}
