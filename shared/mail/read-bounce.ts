import type { Bounce } from "./incoming-mail.ts";
import { readMessageIds } from "./message-ids.ts";

const MOST = 500;

/**
 * Reads a report of delivery (RFC 3464). `status` is its `message/delivery-status` part, `original` the
 * message that came back or its headers. The first recipient that failed speaks for it; ours have only one.
 */
export function readBounce(status: string, original: string): Bounce {
	const blocks = unfold(status)
		.split(/\n\s*\n/)
		.map(readFields)
		.filter((fields) => fields["final-recipient"] !== undefined || fields.action !== undefined);
	const told = blocks.find(({ action }) => action?.toLowerCase() === "failed") ?? blocks[0] ?? {};
	const headers = readFields(unfold(original).split(/\n\s*\n/, 1)[0] ?? "");
	return {
		messageId: readMessageIds(headers["message-id"])[0] ?? null,
		recipient: afterType(told["final-recipient"] ?? told["original-recipient"]),
		action: actionOf(told.action),
		diagnostic: (afterType(told["diagnostic-code"]) ?? told.status ?? "").slice(0, MOST),
	};
}

function actionOf(action: string | undefined): Bounce["action"] {
	const lower = action?.trim().toLowerCase();
	return lower === "failed" || lower === "delayed" ? lower : "other";
}

/** “rfc822; ada@example.org” without its type. */
function afterType(field: string | undefined): string | null {
	if (field === undefined) return null;
	return field.slice(field.indexOf(";") + 1).trim();
}

/** A field that goes on in the next line begins there with white space. */
function unfold(text: string): string {
	return text.replaceAll("\r\n", "\n").replaceAll(/\n[ \t]+(?=\S)/g, " ");
}

function readFields(block: string): Readonly<Record<string, string>> {
	const fields = block.split("\n").flatMap((line): [string, string][] => {
		const colon = line.indexOf(":");
		return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
	});
	return Object.fromEntries(fields);
}
