import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Cookies don't know ports, so that two desks on one host share a jar: each desk's cookies carry the
 * beginning of its first epoch in their names.
 */
export interface CookieJar {
	readonly read: (request: FastifyRequest, kind: CookieKind) => string | null;
	readonly set: (reply: FastifyReply, kind: CookieKind, token: string) => void;
	readonly clear: (reply: FastifyReply, kind: CookieKind) => void;
}
/** `browser`: the mark by which a browser that somebody has signed in with is known again. */
export type CookieKind = "session" | "device" | "browser";

/** Browsers keep no cookie for longer than 400 days. */
const LONGEST_AGE_S = 400 * 86_400;

export function makeCookieJar(name: string, isSecure: boolean): CookieJar {
	const nameOf = (kind: CookieKind): string => `deskwatch_${kind}_${name.slice(0, 8)}`;
	const common = { path: "/", httpOnly: true, sameSite: "strict", secure: isSecure } as const;
	return {
		read: (request, kind) => request.cookies[nameOf(kind)] ?? null,
		set: (reply, kind, token) => {
			const age = kind === "session" ? {} : { maxAge: LONGEST_AGE_S };
			reply.setCookie(nameOf(kind), token, { ...common, ...age });
		},
		clear: (reply, kind) => reply.clearCookie(nameOf(kind), common),
	};
}
