import { apiErrorSchema } from "../../shared/api/common.ts";
import { ok, type Result } from "../../shared/result.ts";
import { type Clock, systemClock } from "./clock.ts";

/** Why the desk gave no answer to use; the kind says what to do about it. */
export type HttpFailure =
	/** No desk there, or not one of ours: try again. */
	| { readonly kind: "unreachable"; readonly message: string }
	/** Try again, not before `retryAfterMs`. */
	| { readonly kind: "busy"; readonly message: string; readonly retryAfterMs: number | null }
	/** 500: the desk failed at this very request, and may fail at it again. */
	| { readonly kind: "failed"; readonly message: string }
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

export interface ByteStretch {
	readonly from: number;
	/** At most so many. */
	readonly bytes: number;
}

export interface BytePart {
	readonly blob: Blob;
	/** Of the whole, of which this is a part. */
	readonly totalBytes: number;
	readonly isWhole: boolean;
}

/** The data worker's only way to the desk. */
export interface Http {
	readonly get: (path: string, request?: HttpRequest) => Promise<Result<unknown, HttpFailure>>;
	readonly post: (path: string, request: HttpRequest) => Promise<Result<unknown, HttpFailure>>;
	readonly putJson: (path: string, request: HttpRequest) => Promise<Result<unknown, HttpFailure>>;
	/** Sends bytes as they are. */
	readonly put: (
		path: string,
		request: { readonly body: ArrayBuffer; readonly signal?: AbortSignal },
	) => Promise<Result<unknown, HttpFailure>>;
	/** A stretch of bytes; all of them from a desk that knows no stretches. */
	readonly getPart: (path: string, stretch: ByteStretch) => Promise<Result<BytePart, HttpFailure>>;
	/** A body read as it comes; ends when `signal` aborts. */
	readonly stream: (
		path: string,
		signal: AbortSignal,
	) => Promise<Result<ReadableStream<Uint8Array>, HttpFailure>>;
}

const TIMEOUT_MS = 60_000;

export interface HttpOptions {
	/** Empty in a worker, where paths are of its own origin. */
	readonly origin: string;
	readonly clock?: Clock;
	readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export function makeHttp(options: HttpOptions): Http {
	// Called as a function of the global object: as a method of another, `fetch` refuses to run.
	const { origin, clock = systemClock, fetch = (url, init) => globalThis.fetch(url, init) } = options;
	const asking: Asking = { clock, fetch };
	return {
		get: (path, request = {}) => askInTime(asking, `${origin}${path}`, jsonRequest("GET", request), readJson),
		post: (path, request) => askInTime(asking, `${origin}${path}`, jsonRequest("POST", request), readJson),
		putJson: (path, request) => askInTime(asking, `${origin}${path}`, jsonRequest("PUT", request), readJson),
		put: (path, { body, signal }) => {
			const headers = { accept: "application/json", "content-type": "application/octet-stream" };
			return askInTime(
				asking,
				`${origin}${path}`,
				{ init: { method: "PUT", headers, body }, signal },
				readJson,
			);
		},
		getPart: (path, { from, bytes }) => {
			const init = { headers: { range: `bytes=${from}-${from + bytes - 1}` } };
			return askInTime(asking, `${origin}${path}`, { init }, readPart);
		},
		stream: async (path, signal) => {
			const init = { headers: { accept: "text/event-stream" }, signal };
			const answer = await ask(asking, `${origin}${path}`, init);
			if (!answer.ok) return answer;
			return answer.value.body ? ok(answer.value.body) : unreachable("the desk sent no stream");
		},
	};
}

type Asking = Required<Pick<HttpOptions, "clock" | "fetch">>;

interface Asked {
	readonly init: RequestInit;
	readonly signal?: AbortSignal | undefined;
}

const readJson = (response: Response): Promise<unknown> => response.json();

/** @throws where the answer does not say what it is a part of */
async function readPart(response: Response): Promise<BytePart> {
	const blob = await response.blob();
	if (response.status !== 206) return { blob, totalBytes: blob.size, isWhole: true };
	const total = /^bytes \d+-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1];
	if (total === undefined) throw new Error("a part of nothing known");
	return { blob, totalBytes: Number(total), isWhole: false };
}

function jsonRequest(method: "GET" | "POST" | "PUT", { body, signal }: HttpRequest): Asked {
	const headers = {
		accept: "application/json",
		...(body === undefined ? {} : { "content-type": "application/json" }),
	};
	return { init: { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, signal };
}

async function askInTime<Value>(
	asking: Asking,
	url: string,
	{ init, signal }: Asked,
	read: (response: Response) => Promise<Value>,
): Promise<Result<Value, HttpFailure>> {
	const timeout = new AbortController();
	const callOff = asking.clock.after(TIMEOUT_MS, () => timeout.abort(new Error("the desk took too long")));
	try {
		const ending = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
		const answer = await ask(asking, url, { ...init, signal: ending });
		return answer.ok ? ok(await read(answer.value)) : answer;
	} catch (error) {
		return unreachable(`the answer was cut off: ${String(error)}`);
	} finally {
		callOff();
	}
}

async function ask(
	{ clock, fetch }: Asking,
	url: string,
	init: RequestInit,
): Promise<Result<Response, HttpFailure>> {
	try {
		const response = await fetch(url, { ...init, cache: "no-store" });
		return response.ok ? ok(response) : { ok: false, error: await readFailure(response, clock) };
	} catch (error) {
		return unreachable(String(error));
	}
}

async function readFailure(response: Response, clock: Clock): Promise<HttpFailure> {
	const { status } = response;
	if (status === 401) return { kind: "signed-out" };
	const body = apiErrorSchema.safeParse(await response.json().catch(() => null));
	const message = body.success ? body.data.error.message : `HTTP ${status}`;
	if (status === 500) return { kind: "failed", message };
	if (status === 429 || status > 500)
		return { kind: "busy", message, retryAfterMs: retryAfterOf(response, clock) };
	// A proxy or a sign-on portal may answer in the desk's place: that refuses nothing.
	if (!body.success) return { kind: "unreachable", message };
	const { code, path } = body.data.error;
	return { kind: "refused", status, code, message, path };
}

function retryAfterOf(response: Response, clock: Clock): number | null {
	const header = response.headers.get("retry-after");
	if (header === null) return null;
	const seconds = Number(header);
	const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - clock.now();
	return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}

function unreachable(message: string): { readonly ok: false; readonly error: HttpFailure } {
	return { ok: false, error: { kind: "unreachable", message } };
}
