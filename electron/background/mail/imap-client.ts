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
