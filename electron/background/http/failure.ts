import type { Refusal } from "../../../shared/result.ts";

/** The statuses that the API refuses with. */
export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 416 | 422 | 429 | 503;

/** An expected failure on its way to the client: thrown by handlers, answered by the error handler. */
export class ApiFailure extends Error {
	override readonly name = "ApiFailure";
	readonly status: FailureStatus;
	readonly refusal: Refusal;

	constructor(status: FailureStatus, code: string, message: string, path?: string) {
		super(message);
		this.status = status;
		this.refusal = path === undefined ? { code, message } : { code, message, path };
	}
}

export function notFound(message: string): ApiFailure {
	return new ApiFailure(404, "not_found", message);
}

/** A refusal of the desk as an answer. */
export function failWith(status: FailureStatus, { code, message, path }: Refusal): ApiFailure {
	return new ApiFailure(status, code, message, path);
}
