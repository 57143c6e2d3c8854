import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** RFC 9110, 7.6.1: they belong to one connection. A header named in `Connection` does too. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
	"connection",
	"keep-alive",
	"proxy-authenticate",
	"proxy-authorization",
	"proxy-connection",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
]);

/**
 * Not the page's to say. Credentials are the shell's; the host is the background's; what the page sends
 * is chunked, whatever length it named; and an answer must arrive as it is written, not compressed.
 */
const NOT_FORWARDED: ReadonlySet<string> = new Set([
	"accept-encoding",
	"authorization",
	"content-length",
	"cookie",
	"expect",
	"host",
]);

/** The headers of a page's request as the background gets them, with the credential of this launch. */
export function toDeskHeaders(headers: Headers, token: string): OutgoingHttpHeaders {
	const named = namesIn(headers.get("connection"));
	const kept = [...headers].filter(
		([name]) => !HOP_BY_HOP.has(name) && !NOT_FORWARDED.has(name) && !named.has(name),
	);
	return { ...Object.fromEntries(kept), authorization: `Bearer ${token}` };
}

/** The headers of the background's answer as the page gets them. Cookies would be a second credential. */
export function toPageHeaders(headers: IncomingHttpHeaders): Headers {
	const named = namesIn(headers.connection ?? null);
	const kept = new Headers();
	for (const [name, value] of Object.entries(headers)) {
		if (value === undefined || name === "set-cookie" || HOP_BY_HOP.has(name) || named.has(name)) continue;
		for (const one of Array.isArray(value) ? value : [value]) kept.append(name, one);
	}
	return kept;
}

function namesIn(connection: string | null): ReadonlySet<string> {
	return new Set((connection ?? "").split(",").map((name) => name.trim().toLowerCase()));
}
