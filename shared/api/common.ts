import { z } from "zod";

/** Milliseconds since 1970-01-01T00:00Z, within what a `Date` can say. */
export const epochMsSchema = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);
/** Names a thing: a UUIDv7 where consoles may make it offline, else a short desk-made id such as `t12`. */
export const idSchema = z
	.string()
	.min(1)
	.max(64)
	.regex(/^[\w.:-]+$/);
export const uuidSchema = z.uuid();
export const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const prioritySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** Limits on what people type. */
export const LIMITS = {
	shortDescription: 200,
	description: 32_000,
	note: 32_000,
	name: 200,
	declaredFields: 100,
	intentsPerBatch: 200,
	changesPerPage: 5_000,
	ticketsPerPage: 1_000,
	uploadPartBytes: 1_048_576,
	importBytes: 512 * 1_048_576,
} as const;

/** Every error of the API, with the HTTP status that fits it. `path` names the offending field, as `ticket.impact`. */
export const apiErrorSchema = z.strictObject({
	error: z.strictObject({
		code: z.string(),
		message: z.string(),
		path: z.string().optional(),
	}),
});
export type ApiError = z.infer<typeof apiErrorSchema>;

/** Codes the console itself reacts to; others are shown with their message. */
export const API_ERROR_CODES = {
	/** 503 from the shell: no desk behind the gateway. */
	deskUnreachable: "desk_unreachable",
	/** 401: sign in again; what is queued waits. */
	signInNeeded: "sign_in_needed",
	forbidden: "forbidden",
	invalid: "invalid_request",
	notFound: "not_found",
	conflict: "conflict",
	tooLarge: "too_large",
	tooMany: "too_many_requests",
} as const;
