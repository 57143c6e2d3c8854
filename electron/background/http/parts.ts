import { LIMITS } from "../../../shared/api/common.ts";
import type { ApiApp } from "./api.ts";
import { ApiFailure } from "./failure.ts";

/** Lets routes take the parts of a file: bytes as they are, at most 1 MB. */
export function takeParts(app: ApiApp): void {
	app.addContentTypeParser(
		"application/octet-stream",
		{ parseAs: "buffer", bodyLimit: LIMITS.uploadPartBytes },
		(_request, body, done) => done(null, body),
	);
}

/** The bytes of a part; throws where the body is something else. */
export function partOf(body: unknown): Buffer {
	if (Buffer.isBuffer(body)) return body;
	throw new ApiFailure(415, "unsupported_media_type", "A part is sent as application/octet-stream.");
}
