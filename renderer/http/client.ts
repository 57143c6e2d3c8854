import axios, { type AxiosError, type AxiosProgressEvent } from "axios";
import { config, type z } from "zod";
import { API_ERROR_CODES, apiErrorSchema } from "../../shared/api/common.ts";
import { ok, type Refusal, type Result, refuse } from "../../shared/result.ts";
import { httpText } from "../text/en/http.ts";

/** One question to the desk. */
export interface DeskRequest<Answer> {
	readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** Below `/api`, as `/checks/c1`. */
	readonly path: string;
	/** What a good answer looks like; anything else is a refusal of its own. */
	readonly answer: z.ZodType<Answer>;
	/** Sent as JSON, a `Blob` as it is. */
	readonly body?: unknown;
	readonly query?: Readonly<Record<string, string | number | boolean>>;
	readonly timeoutMs?: number;
	readonly signal?: AbortSignal;
	/** Bytes of the body that have left. */
	readonly onSent?: (sentBytes: number) => void;
}

/** Codes of what went wrong on the way, beside those the desk itself answers. */
export const HTTP_CODES = {
	unreachable: API_ERROR_CODES.deskUnreachable,
	timeout: "timeout",
	canceled: "canceled",
	unexpectedAnswer: "unexpected_answer",
} as const;

// The page's policy forbids making code from text, which zod would try first.
config({ jitless: true });

const DEFAULT_TIMEOUT_MS = 15_000;

// Always the page's own origin: in the app the shell pipes it, in a browser the background serves it.
const desk = axios.create({ baseURL: "/api", timeout: DEFAULT_TIMEOUT_MS });

/** Asks the desk; every failure that can be expected is a value. */
export async function askDesk<Answer>(request: DeskRequest<Answer>): Promise<Result<Answer>> {
	try {
		const response = await desk.request<unknown>(configOf(request));
		const parsed = request.answer.safeParse(response.data === "" ? null : response.data);
		if (parsed.success) return ok(parsed.data);
		return refuse(
			HTTP_CODES.unexpectedAnswer,
			httpText.unexpectedAnswer(request.path, parsed.error.issues[0]?.message ?? ""),
			parsed.error.issues[0]?.path.join("."),
		);
	} catch (error) {
		if (!axios.isAxiosError(error)) throw error;
		return {
			ok: false,
			error: refusalOf(error, (request.method ?? "GET") === "GET" ? "reading" : "changing"),
		};
	}
}

function configOf<Answer>(request: DeskRequest<Answer>) {
	const { onSent } = request;
	return {
		method: request.method ?? "GET",
		url: request.path,
		timeout: request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		...(request.query && { params: request.query }),
		...(request.signal && { signal: request.signal }),
		...(request.body !== undefined && {
			data: request.body,
			headers: { "Content-Type": mediaTypeOf(request.body) },
		}),
		...(onSent && { onUploadProgress: (event: AxiosProgressEvent) => onSent(event.loaded) }),
	};
}

function mediaTypeOf(body: unknown): string {
	return body instanceof Blob ? "application/octet-stream" : "application/json";
}

/** Says what a failed request means: the desk's own words where it gave any. */
function refusalOf(error: AxiosError, doing: "reading" | "changing"): Refusal {
	if (axios.isCancel(error)) return { code: HTTP_CODES.canceled, message: httpText.canceled };
	const { response } = error;
	if (response) {
		const told = apiErrorSchema.safeParse(response.data);
		if (told.success) return told.data.error;
		const code =
			response.status >= 502 && response.status <= 504 ? HTTP_CODES.unreachable : `http_${response.status}`;
		return { code, message: httpText.status(response.status) };
	}
	if (error.code === "ECONNABORTED" || error.code === "ETIMEDOUT")
		return { code: HTTP_CODES.timeout, message: httpText.timeout[doing] };
	return { code: HTTP_CODES.unreachable, message: httpText.unreachable[doing] };
}
