import { createTransport } from "nodemailer";
import type { MailServer } from "./mailbox-settings.ts";

const WITHIN_MS = 30_000;

/** What a library logs: lines of an exchange, with what they are. */
export type LineListener = (entry: { readonly tnx?: string }, line: string) => void;

/** Sends by the desk’s outgoing server; `onLine` hears what is said, without passwords. */
export function makeSmtpClient(server: MailServer, onLine?: LineListener) {
	const isPlain = server.security === "none";
	return createTransport({
		host: server.host,
		port: server.port,
		secure: server.security === "tls",
		requireTLS: server.security === "starttls",
		ignoreTLS: isPlain,
		tls: { minVersion: "TLSv1.2" },
		...(server.user === "" ? {} : { auth: { user: server.user, pass: server.password ?? "" } }),
		connectionTimeout: WITHIN_MS,
		greetingTimeout: WITHIN_MS,
		socketTimeout: WITHIN_MS * 4,
		disableFileAccess: true,
		disableUrlAccess: true,
		...(onLine ? { transactionLog: true, logger: loggerOf(onLine) } : {}),
	});
}

function loggerOf(onLine: LineListener) {
	const listen = (entry: object, line?: unknown): void => onLine(entry, String(line ?? ""));
	return {
		level: () => undefined,
		trace: listen,
		debug: listen,
		info: listen,
		warn: listen,
		error: listen,
		fatal: listen,
	};
}
