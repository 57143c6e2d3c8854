import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Refusal } from "../../../shared/result.ts";
import { ApiFailure } from "./failure.ts";

/** Turns everything that a handler throws into the API's one error form; bugs go to `onBug`. */
export function makeErrorHandler(onBug: (error: unknown, request: FastifyRequest) => void) {
	return (error: FastifyError | ApiFailure, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
		if (error instanceof ApiFailure) return sendError(reply, error.status, error.refusal);
		const status = error.statusCode ?? 500;
		if (status < 500) return sendError(reply, status, describeClientError(error, status));
		onBug(error, request);
		return sendError(reply, 500, {
			code: "internal_error",
			message: "The desk failed at this request and changed nothing. Its log has the cause.",
		});
	};
}

export function sendError(reply: FastifyReply, status: number, error: Refusal): FastifyReply {
	return reply.code(status).type("application/json; charset=utf-8").send(JSON.stringify({ error }));
}

const CLIENT_CODES: Readonly<Record<number, string>> = {
	401: "sign_in_needed",
	403: "forbidden",
	404: "not_found",
	413: "too_large",
	415: "unsupported_media_type",
	429: "too_many_requests",
};

function describeClientError(error: FastifyError, status: number): Refusal {
	return { code: CLIENT_CODES[status] ?? "invalid_request", message: error.message };
}
