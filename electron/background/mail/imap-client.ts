import { ImapFlow, type Logger } from "imapflow";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import type { MailServer } from "./mailbox-settings.ts";

const CONNECT_WITHIN_MS = 20_000;

/** A connection to the desk’s mailbox, not yet opened; `logger` hears what is said, without passwords. */
export function makeImapClient(server: MailServer, logger: Logger | false = false): ImapFlow {
	return new ImapFlow({
		host: server.host,
		port: server.port,
		secure: server.security === "tls",
		doSTARTTLS: server.security === "starttls",
		tls: { minVersion: "TLSv1.2" },
		auth: { user: server.user, pass: server.password ?? "" },
		logger,
		disableAutoIdle: true,
		connectionTimeout: CONNECT_WITHIN_MS,
		greetingTimeout: CONNECT_WITHIN_MS,
		// A server that says more than any message is long is not listened to.
		maxLineLength: 1_048_576,
		maxLiteralSize: MAIL_LIMITS.rawBytes + 1_048_576,
		maxResponseSize: MAIL_LIMITS.rawBytes + 4 * 1_048_576,
	});
}

/** What went wrong at a mail server, in its own words where it said any. */
export function describeMailError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const said = "responseText" in error && typeof error.responseText === "string" ? error.responseText : "";
	const refused = "authenticationFailed" in error && error.authenticationFailed === true;
	if (refused) return `The server refused the user or the password${said === "" ? "." : `: ${said}`}`;
	const text = error.message || ("code" in error ? String(error.code) : "The connection broke.");
	return (said === "" ? text : `${text} ${said}`).slice(0, 500);
}
