/** What of nodemailer's errors says what failed: all of it is optional. */
interface SmtpError {
	readonly code?: unknown;
	readonly command?: unknown;
	readonly responseCode?: unknown;
}

/**
 * Whom a failed sending is about. `desk`: the server, the way to it or the settings, so that every message would fail and
 * none is given up for it. `refused`: this message, for good. `put-off`: this message, for now.
 */
export type SendFailure = "desk" | "refused" | "put-off";

/** RFC 5321, 4.2: 5yz is for good, 4yz for now; 552 is about size wherever it is said. */
export function judgeSendFailure(error: unknown): SendFailure {
	const { code, command, responseCode }: SmtpError = error instanceof Error ? (error as SmtpError) : {};
	const reply = Number(responseCode ?? 0);
	if (code === "ESTREAM") return "put-off"; // a file could not be read
	if (code !== "EENVELOPE" && code !== "EMESSAGE") return "desk";
	// Who is refused before any recipient is named is the desk: it must sign in, or may not write as it does.
	if (code === "EENVELOPE" && command === "MAIL FROM" && reply !== 552) return "desk";
	// No server was asked: there is no such address, or the message is larger than the server takes.
	if (reply === 0) return "refused";
	return reply >= 500 ? "refused" : "put-off";
}
