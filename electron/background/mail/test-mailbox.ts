import type { Exchange, ExchangeLine, MailTest } from "../../../shared/api/mail.ts";
import { describeMailError } from "./describe-mail-error.ts";
import { makeImapClient } from "./imap-client.ts";
import type { Mailbox, MailServer } from "./mailbox-settings.ts";
import { makeSmtpClient } from "./smtp-client.ts";

const MOST_LINES = 60;
const MOST_LETTERS = 300;

/** Signs in both ways as the desk would, opens the folder, and answers what was said: without changing or sending anything. */
export async function testMailbox(mailbox: Mailbox): Promise<MailTest> {
	const [incoming, outgoing] = await Promise.all([testIncoming(mailbox), testOutgoing(mailbox)]);
	return { incoming, outgoing };
}

async function testIncoming({ incoming, folder }: Mailbox): Promise<Exchange> {
	const lines = new Transcript(incoming);
	const listen = (entry: { readonly src?: string; readonly msg?: string }): void => {
		if (entry.src === "s" || entry.src === "c")
			lines.add(entry.src === "c" ? "desk" : "server", entry.msg ?? "");
	};
	const client = makeImapClient(incoming, {
		trace: listen,
		debug: listen,
		info: listen,
		warn: listen,
		error: listen,
	});
	client.on("error", () => undefined);
	return lines.during(async () => {
		try {
			await client.connect();
			await client.mailboxOpen(folder, { readOnly: true });
			await client.logout();
		} finally {
			client.close();
		}
	});
}

async function testOutgoing({ outgoing }: Mailbox): Promise<Exchange> {
	const lines = new Transcript(outgoing);
	const client = makeSmtpClient(outgoing, ({ tnx }, line) => {
		if (tnx === "client" || tnx === "server") lines.add(tnx === "client" ? "desk" : "server", line);
	});
	return lines.during(async () => {
		try {
			await client.verify();
		} finally {
			client.close();
		}
	});
}

/** What was said, bounded, and never a password: the libraries hide it, and here it would be found once more. */
class Transcript {
	readonly #lines: ExchangeLine[] = [];
	readonly #secrets: readonly string[];

	constructor({ user, password }: MailServer) {
		// SASL PLAIN and LOGIN: RFC 4616.
		const forms = password ? [`\0${user}\0${password}`, password] : [];
		this.#secrets = forms.flatMap((form) => [Buffer.from(form).toString("base64"), form]);
	}

	add(from: ExchangeLine["from"], said: string): void {
		for (const line of said.split(/\r?\n/)) {
			if (line.trim() === "" || this.#lines.length >= MOST_LINES) continue;
			this.#lines.push({ from, text: this.#clean(line).slice(0, MOST_LETTERS) });
		}
	}

	async during(act: () => Promise<void>): Promise<Exchange> {
		try {
			await act();
			return { error: null, lines: this.#lines };
		} catch (error) {
			return { error: this.#clean(describeMailError(error)), lines: this.#lines };
		}
	}

	#clean(text: string): string {
		return this.#secrets.reduce((clean, secret) => clean.replaceAll(secret, "•••"), text);
	}
}
