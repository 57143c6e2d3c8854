import { z } from "zod";
import { epochMsSchema, idSchema, LIMITS } from "./common.ts";
import { personSchema } from "./directory.ts";

/** `GET /api/health`: open to everybody. */
export const healthSchema = z.strictObject({
	status: z.enum(["ok", "importing"]),
	epoch: z.string(),
	seq: z.int(),
	version: z.string(),
	serverTime: epochMsSchema,
});
export type Health = z.infer<typeof healthSchema>;

/** Why a sign-in was ended before its time. */
export const SESSION_ENDS = ["signed-out", "password", "rights", "deactivated", "ended-by-person"] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** `GET /api/session`: who is asking. */
export const sessionSchema = z.strictObject({
	/** `open`: no sign-in asked (`--no-auth`, or the app's own token); `password`; `device`: a wall. */
	mode: z.enum(["open", "password", "device"]),
	/** `null`: sign in first. */
	person: personSchema.nullable(),
	roles: z.array(z.string()),
	deskName: z.string(),
	/** IANA zone of the desk's business calendar. */
	zone: z.string(),
	epoch: z.string(),
	serverTime: epochMsSchema,
	/** How large an attached file may be at this desk. */
	attachmentBytes: z.int().min(1).optional(),
	/** Signed in with a one-time password: `person` is `null` until another was chosen. */
	mustChangePassword: z.literal(true).optional(),
	/** The sign-in that this browser still shows was ended. */
	ended: z
		.strictObject({
			personId: idSchema,
			reason: z.enum(SESSION_ENDS),
			/** They may no longer read this desk: what is kept of it goes. */
			isScopeLost: z.boolean(),
		})
		.optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /api/session`. */
export const signInSchema = z.strictObject({
	name: z.string().min(1).max(200),
	password: z.string().min(1).max(1_000),
});
/** `POST /api/session/act-as`, in `open` mode only: work as another person of the desk. */
export const actAsSchema = z.strictObject({ personId: idSchema });
/** `POST /api/session/device`: a wall shows its token and gets a cookie. */
export const deviceSignInSchema = z.strictObject({ token: z.string().min(20).max(200) });

/** `GET`, `POST /api/devices`, `DELETE /api/devices/:id`: walls. The token is in the answer to `POST` and nowhere else. */
export const deviceSchema = z.strictObject({
	id: idSchema,
	name: z.string(),
	createdAt: epochMsSchema,
	lastSeenAt: epochMsSchema.nullable(),
});
export type Device = z.infer<typeof deviceSchema>;
export const deviceListSchema = z.strictObject({ devices: z.array(deviceSchema) });
export const deviceInputSchema = z.strictObject({ name: z.string().trim().min(1).max(LIMITS.name) });
export const deviceCreatedSchema = z.strictObject({ device: deviceSchema, token: z.string() });

/** `GET /api/setup`: what the desk was started with, and what fills it now. */
export const setupSchema = z.strictObject({
	/** `needed`: nothing was chosen yet. */
	state: z.enum(["needed", "running", "done"]),
	choice: z.enum(["sample", "empty", "import"]).nullable(),
	/** 0–1 while running. */
	progress: z.number().nullable(),
	/** The import that runs or ran last. */
	importId: idSchema.nullable(),
});
export type Setup = z.infer<typeof setupSchema>;
/** `POST /api/setup`. */
export const setupChoiceSchema = z.discriminatedUnion("choice", [
	z.strictObject({ choice: z.literal("sample"), tickets: z.int().min(1).max(1_000_000).default(2_000) }),
	z.strictObject({ choice: z.literal("empty") }),
]);

/**
 * Importing a file: `POST /api/imports` names it, `PUT /api/imports/:id/parts/:index` brings it in
 * parts of at most 1 MB (application/octet-stream), `POST /api/imports/:id/start` runs it. Each of them, and
 * `GET /api/imports/:id`, answers the report as it stands.
 */
export const importInputSchema = z.strictObject({
	fileName: z.string().min(1).max(255),
	sizeBytes: z.int().min(1).max(LIMITS.importBytes),
	/** Stop the replay at this local time, `2016-04-20T12:00`. */
	asOf: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
		.nullable()
		.default(null),
	/** IANA name of the log's time zone. */
	zone: z.string().max(64).default("UTC"),
});
export type ImportInput = z.infer<typeof importInputSchema>;

export const importReportSchema = z.strictObject({
	id: idSchema,
	fileName: z.string(),
	state: z.enum(["uploading", "running", "done", "failed"]),
	/** 0–1 */
	progress: z.number(),
	lines: z.int(),
	events: z.int(),
	incidents: z.int(),
	/** Incidents that were there already, unchanged. */
	unchanged: z.int(),
	open: z.int(),
	/** The first 1,000; `badLineCount` counts all. */
	badLines: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
	badLineCount: z.int(),
	/** Columns of the log that nothing was made of. */
	ignoredColumns: z.array(z.string()),
	error: z.string().nullable(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
