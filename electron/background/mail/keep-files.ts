import { LIMITS } from "../../../shared/api/common.ts";
import type { IncomingMail, MailFile } from "../../../shared/mail/incoming-mail.ts";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import type { MailPort } from "../store/ports.ts";

/** Room in a note for what is said around a message’s own text. */
const AROUND = 2_000;
const MOST_LETTERS = 150;

export interface KeptFiles {
	readonly ids: readonly string[];
	/** What could not be kept, and why: said where the rest is. */
	readonly remarks: readonly string[];
}

/** Keeps a message’s files by the same rules as anybody’s; a text too long for a note is one of them. */
export async function keepFiles(port: MailPort, personId: string, mail: IncomingMail): Promise<KeptFiles> {
	const isLong = mail.text.length > LIMITS.note - AROUND;
	const whole: MailFile = { name: "message.txt", bytes: Buffer.from(mail.text) };
	const files = isLong ? [whole, ...mail.files] : mail.files;
	const ids: string[] = [];
	const remarks: string[] = [];
	if (isLong) remarks.push("The message is longer than what is shown here: all of it is in message.txt.");
	for (const { name, bytes } of files.slice(0, MAIL_LIMITS.files)) {
		const kept = await port.keepFile(personId, name, Buffer.from(bytes));
		if (kept.ok) ids.push(kept.value);
		else remarks.push(`Not attached: ${kept.error.message}`);
	}
	const left = files.slice(MAIL_LIMITS.files).map(({ name }) => name);
	if (left.length > 0) remarks.push(`Not attached, as there are too many: ${left.join(", ")}`);
	return { ids, remarks: remarks.map((remark) => remark.slice(0, MOST_LETTERS)) };
}

/** A message’s text as a note or description holds it: what is said around it is never what is cut. */
export function textWithRemarks(
	heading: string | undefined,
	text: string,
	remarks: readonly string[],
): string {
	const cut = text.slice(0, LIMITS.note - AROUND).trim();
	const parts = [heading ?? "", cut === "" ? "(no text)" : cut, ...remarks];
	return parts
		.filter((part) => part !== "")
		.join("\n\n")
		.slice(0, LIMITS.note);
}
