import { z } from "zod";
import { LIMITS, uuidSchema } from "./common.ts";

export const ATTACHMENT_LIMITS = {
	/** Of one file, unless the desk's setting says otherwise. */
	sizeBytes: 25 * 1_048_576,
	/** What a setting may raise it to. */
	maxSizeBytes: 200 * 1_048_576,
	perIntent: 10,
	partBytes: LIMITS.uploadPartBytes,
	/** Uploaded by one person and not attached to anything yet. */
	unattachedBytes: 1_024 * 1_048_576,
	name: 255,
} as const;

/** A file that hangs on a history entry. */
export const attachmentSchema = z.strictObject({
	/** UUIDv7, made where the file was chosen. */
	id: uuidSchema,
	name: z.string().min(1).max(ATTACHMENT_LIMITS.name),
	mediaType: z.string().min(1).max(100),
	sizeBytes: z.int().min(1),
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

/**
 * Uploading: `POST /api/attachments` announces a file under an id of the client's making,
 * `PUT /api/attachments/:id/parts/:offset` brings it from the first byte on in parts of at most 1 MB
 * (application/octet-stream), `POST /api/attachments/:id/complete` checks it. Each may be repeated, and
 * answers how much is there, as `GET /api/attachments/:id` does. An intent then attaches it by its id.
 */
export const attachmentInputSchema = z.strictObject({
	id: uuidSchema,
	/** A path is cut to its last part. */
	name: z.string().min(1).max(ATTACHMENT_LIMITS.name),
	sizeBytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
	/** Of the whole file, hex. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AttachmentInput = z.infer<typeof attachmentInputSchema>;

export const uploadStandingSchema = z.strictObject({
	id: uuidSchema,
	state: z.enum(["uploading", "complete"]),
	sizeBytes: z.int(),
	/** The offset to go on from. */
	receivedBytes: z.int().min(0),
});
export type UploadStanding = z.infer<typeof uploadStandingSchema>;

/** The desk's code for an intent whose files have not arrived: send them, then the same intent again. */
export const ATTACHMENT_MISSING = "attachment_missing";
/** The bytes that arrived are not those announced; they are forgotten, so that all can be sent anew. */
export const ATTACHMENT_CHANGED = "attachment_changed";
