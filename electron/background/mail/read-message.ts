import PostalMime, { type Attachment, type Email } from "postal-mime";
import { cleanFileName } from "../../../shared/attachment/file-name.ts";
import { htmlToText } from "../../../shared/mail/html-to-text.ts";
import type { Bounce, IncomingMail, MailFile } from "../../../shared/mail/incoming-mail.ts";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import { answeredIds, readMessageIds } from "../../../shared/mail/message-ids.ts";
import { readBounce } from "../../../shared/mail/read-bounce.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { hashToken } from "../store/crypto.ts";

/**
 * Reads a message within the limits: what is nested deeper or has more header lines than any mail program makes is
 * refused, not guessed at. Code: `unreadable`.
 */
export async function readMessage(raw: Uint8Array): Promise<Result<IncomingMail>> {
	try {
		const email = await PostalMime.parse(raw, {
			maxNestingDepth: MAIL_LIMITS.depth,
			maxHeadersSize: MAIL_LIMITS.headerBytes,
			rfc822Attachments: true,
			maxRfc822NestingDepth: 1,
		});
		return ok(toMail(email, raw));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return refuse("unreadable", `This message can’t be read: ${why}`);
	}
}

function toMail(email: Email, raw: Uint8Array): IncomingMail {
	const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
	const sender = email.from?.address === undefined ? undefined : email.from;
	const text = (email.text ?? "").trim() || htmlToText(email.html ?? "");
	return {
		messageId: readMessageIds(email.messageId)[0] ?? madeId(raw),
		answers: answeredIds(headers),
		fromAddress: sender?.address.trim().toLowerCase() ?? "",
		fromName: sender?.name.trim() ?? "",
		subject: email.subject?.trim() ?? "",
		text: text.replaceAll("\r\n", "\n").replaceAll("\0", ""),
		headers,
		files: email.attachments.filter(isFile).map(toFile),
		bounce: bounceOf(email),
	};
}

/** The same message read again has the same. */
function madeId(raw: Uint8Array): string {
	return `<${hashToken(Buffer.from(raw).toString("latin1"))}@without-id>`;
}

/** Pictures that only dress up the HTML, as logos in a signature, are left out. */
function isFile({ related, mimeType }: Attachment): boolean {
	const isPartOfReport = mimeType.startsWith("message/") || mimeType === "text/rfc822-headers";
	return !related && !isPartOfReport;
}

function toFile({ filename, mimeType, content }: Attachment): MailFile {
	const name = filename ?? `file.${mimeType.split("/")[1]?.replaceAll(/[^a-z0-9]/g, "") ?? "bin"}`;
	return { name: cleanFileName(name), bytes: bytesOf(content) };
}

function bounceOf({ headers, attachments }: Email): Bounce | null {
	const type = headers.find(({ key }) => key === "content-type")?.value ?? "";
	if (!/^multipart\/report\b/i.test(type) || !/report-type="?delivery-status/i.test(type)) return null;
	const find = (...types: readonly string[]): string => {
		const part = attachments.find(({ mimeType }) => types.includes(mimeType));
		return part ? Buffer.from(bytesOf(part.content)).toString("utf8") : "";
	};
	return readBounce(find("message/delivery-status"), find("message/rfc822", "text/rfc822-headers"));
}

function bytesOf(content: Attachment["content"]): Uint8Array {
	if (typeof content === "string") return Buffer.from(content);
	return content instanceof Uint8Array ? content : new Uint8Array(content);
}
