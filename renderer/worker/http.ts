import { apiErrorSchema } from "../../shared/api/common.ts";
import { ok, type Result } from "../../shared/result.ts";

/** Why the desk gave no answer to use; the kind says what to do about it. */
export type HttpFailure =
	/** No desk there, or not one of ours: try again. */
	| { readonly kind: "unreachable"; readonly message: string }
	/** Try again, not before `retryAfterMs`. */
	| { readonly kind: "busy"; readonly message: string; readonly retryAfterMs: number | null }
	/** 401: sign in again. */
	| { readonly kind: "signed-out" }
	/** The desk understood and refused. */
	| {
			readonly kind: "refused";
			readonly status: number;
			readonly code: string;
			readonly message: string;
			readonly path: string | undefined;
	  };

export interface HttpRequest {
	readonly body?: unknown;
	readonly signal?: AbortSignal;
}

/** The data worker's only way to the desk. */
export interface Http {
	readonly get: (path: string, request?: HttpRequest) => Promise<Result<unknown, HttpFailure>>;
	readonly post: (path: string, request: HttpRequest) => Promise<Result<unknown, HttpFailure>>;
	/** A body read as it comes; ends when `signal` aborts. */
	readonly stream: (
		path: string,
		signal: AbortSignal,
	) => Promise<Result<ReadableStream<Uint8Array>, HttpFailure>>;
}

const TIMEOUT_MS = 60_000;

/** `origin` is empty in a worker, where paths are of its own origin. */
export function makeHttp(origin: string): Http {
	return {
		get: (path, request = {}) => askJson(`${origin}${path}`, "GET", request),
		post: (path, request) => askJson(`${origin}${path}`, "POST", request),
		stream: async (path, signal) => {
			const answer = await ask(`${origin}${path}`, { headers: { accept: "text/event-stream" }, signal });
			if (!answer.ok) return answer;
			return answer.value.body ? ok(answer.value.body) : unreachable("the desk sent no stream");
		},
	};
}

async function askJson(
	url: string,
	method: "GET" | "POST",
	{ body, signal }: HttpRequest,
): Promise<Result<unknown, HttpFailure>> {
	const timeout = AbortSignal.timeout(TIMEOUT_MS);
	const answer = await ask(url, {
		method,
		signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
		headers: {
			accept: "application/json",
			...(body === undefined ? {} : { "content-type": "application/json" }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	if (!answer.ok) return answer;
	try {
		return ok(await answer.value.json());
	} catch (error) {
		return unreachable(`the answer was cut off: ${String(error)}`);
	}
}

async function ask(url: string, init: RequestInit): Promise<Result<Response, HttpFailure>> {
	try {
		const response = await fetch(url, { ...init, cache: "no-store" });
		return response.ok ? ok(response) : { ok: false, error: await readFailure(response) };
	} catch (error) {
		return unreachable(String(error));
	}
}

async function readFailure(response: Response): Promise<HttpFailure> {
	const { status } = response;
	if (status === 401) return { kind: "signed-out" };
	const body = apiErrorSchema.safeParse(await response.json().catch(() => null));
	const message = body.success ? body.data.error.message : `HTTP ${status}`;
	if (status === 429 || status >= 500) return { kind: "busy", message, retryAfterMs: retryAfterOf(response) };
	// A proxy or a sign-on portal may answer in the desk's place: that refuses nothing.
	if (!body.success) return { kind: "unreachable", message };
	const { code, path } = body.data.error;
	return { kind: "refused", status, code, message, path };
}

function retryAfterOf(response: Response): number | null {
	const header = response.headers.get("retry-after");
	if (header === null) return null;
	const seconds = Number(header);
	const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
	return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}

function unreachable(message: string): { readonly ok: false; readonly error: HttpFailure } {
	return { ok: false, error: { kind: "unreachable", message } };
}
