import type { FastifyRequest } from "fastify";
import { ApiFailure } from "./failure.ts";

export interface GuardOptions {
	/** The address that the desk listens on. */
	readonly host: string;
	readonly isTls: boolean;
	/** Other origins that may change things: the app's own pages. */
	readonly trustedOrigins: readonly string[];
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export function isLoopbackHost(host: string): boolean {
	return LOOPBACK_NAMES.has(bracket(host).toLowerCase()) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Refuses what a foreign page makes a browser send: a name that was rebound to this address (Host), and
 * changes that come from another origin. Under TLS the certificate stands for our names.
 */
export function makeGuard(options: GuardOptions): (request: FastifyRequest) => void {
	return (request) => {
		const host = request.headers.host ?? "";
		if (!isOurHost(hostName(host), options)) {
			throw new ApiFailure(403, "forbidden_host", `This desk does not answer to the name “${host}”.`);
		}
		if (!READING.has(request.method) && !isOurOrigin(request, host, options)) {
			throw new ApiFailure(403, "forbidden_origin", "Changes from pages of another origin are refused.");
		}
		if (request.url.startsWith("/api") && request.headers["sec-fetch-site"] === "cross-site") {
			throw new ApiFailure(403, "forbidden_origin", "Pages of another site may not ask this desk.");
		}
	};
}

function isOurHost(name: string, { host, isTls }: GuardOptions): boolean {
	return isTls || isLoopbackHost(name) || name === bracket(host).toLowerCase();
}

function isOurOrigin(request: FastifyRequest, host: string, options: GuardOptions): boolean {
	const origin = request.headers.origin;
	if (origin === undefined) return true; // not a browser: browsers name the origin of every change
	return (
		origin === `${options.isTls ? "https" : "http"}://${host}` || options.trustedOrigins.includes(origin)
	);
}

function hostName(host: string): string {
	return host.replace(/:\d*$/, "").toLowerCase();
}

function bracket(host: string): string {
	return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
