import { type Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { API_ERROR_CODES, type ApiError } from "../../../shared/api/common.ts";
import { toDeskHeaders, toPageHeaders } from "./pipe-headers.ts";

/** Where the background listens on loopback and what it asks of who comes. */
export interface DeskDoor {
	readonly port: number;
	readonly token: string;
}

/** Statuses whose answers have no body; `Response` refuses one. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Passes a page's request on to the background and streams its answer back. With `node:http`, never
 * `net.fetch`, through which a stream can't be closed (electron#47097): when the page cancels, the
 * answer's stream is destroyed, and with it the connection. No background: 503 `desk_unreachable`.
 */
export async function pipeToDesk(request: Request, door: DeskDoor | null, agent: Agent): Promise<Response> {
	if (!door) return unreachable("The background process is not running.");
	try {
		return toResponse(request, await send(request, door, agent));
	} catch (error) {
		return unreachable(`The background process did not answer (${messageOf(error)}).`);
	}
}

function send(request: Request, { port, token }: DeskDoor, agent: Agent): Promise<IncomingMessage> {
	const { pathname, search } = new URL(request.url);
	return new Promise((resolve, reject) => {
		const outgoing = httpRequest({
			host: "127.0.0.1",
			port,
			method: request.method,
			path: `${pathname}${search}`,
			headers: toDeskHeaders(request.headers, token),
			agent,
		});
		outgoing.once("response", resolve);
		outgoing.once("error", reject);
		if (request.body) {
			// Web streams of `lib.dom` and of Node are the same objects under two names.
			const body = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
			// The desk may refuse early and close: then its answer counts, not the unsent rest.
			pipeline(body, outgoing).catch((error: unknown) => outgoing.destroy(toError(error)));
		} else outgoing.end();
	});
}

function toResponse(request: Request, answer: IncomingMessage): Response {
	const status = answer.statusCode ?? 502;
	const headers = toPageHeaders(answer.headers);
	if (request.method === "HEAD" || WITHOUT_BODY.has(status)) {
		answer.resume();
		return new Response(null, { status, headers });
	}
	return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers });
}

function unreachable(message: string): Response {
	const body: ApiError = { error: { code: API_ERROR_CODES.deskUnreachable, message } };
	return Response.json(body, { status: 503 });
}

function messageOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function toError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
