import type { Agent } from "node:http";
import type { ApiError } from "../../../shared/api/common.ts";
import { parseConsoleUrl } from "../guards/console-url.ts";
import { type DeskDoor, pipeToDesk } from "./pipe-request.ts";
import { serveFile } from "./serve-file.ts";

export interface ConsoleDoor {
	/** The built console. */
	readonly rendererDir: string;
	readonly door: () => Promise<DeskDoor | null>;
	readonly agent: Agent;
	/** A wall only reads, whatever its page asks for. */
	readonly mayWrite: boolean;
}

const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Answers one request of a page: a file of the console, or what the background says to an `/api` call. */
export async function answerConsole(request: Request, console: ConsoleDoor): Promise<Response> {
	const url = parseConsoleUrl(request.url);
	if (!url || !isFromConsole(request))
		return refuse(403, "forbidden_origin", "Only the console's own pages are answered.");
	const isReading = READING.has(request.method);
	if (!/^\/api(\/|$)/.test(url.pathname)) {
		return isReading
			? serveFile(console.rendererDir, url.pathname)
			: refuse(405, "method_not_allowed", "The console's files can only be read.");
	}
	if (!isReading && !console.mayWrite) return refuse(403, "forbidden", "A wall only reads.");
	return pipeToDesk(request, await console.door(), console.agent);
}

function isFromConsole(request: Request): boolean {
	const origin = request.headers.get("origin");
	return origin === null || parseConsoleUrl(origin) !== null;
}

function refuse(status: number, code: string, message: string): Response {
	const body: ApiError = { error: { code, message } };
	return Response.json(body, { status });
}
