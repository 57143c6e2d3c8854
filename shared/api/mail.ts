import { z } from "zod";
import { QUEUE_REASONS } from "../mail/judge-incoming.ts";
import { epochMsSchema, idSchema, LIMITS, uuidSchema } from "./common.ts";

/** `none` is for a server on this very computer: elsewhere a password would cross the network readable. */
export const SECURITIES = ["tls", "starttls", "none"] as const;

const hostSchema = z
	.string()
	.trim()
	.min(1)
	.max(253)
	.regex(/^[\w.:-]+$/, "expected a host name or an address");

const serverShape = {
	host: hostSchema,
	port: z.int().min(1).max(65_535),
	security: z.enum(SECURITIES),
	/** Empty signs in nowhere. */
	user: z.string().trim().max(LIMITS.name),
} as const;
const serverSchema = z.strictObject(serverShape);
/** Without a password the one that the desk has is kept; an empty one forgets it. */
const serverInputSchema = z.strictObject({ ...serverShape, password: z.string().max(1_000).optional() });

const addressSchema = z.email("expected an address such as desk@example.org").max(254);

const commonShape = {
	isEnabled: z.boolean(),
	/** The desk’s own address, from which it writes and to which people answer. */
	address: addressSchema,
	/** Beside the address, as “Service desk”. */
	name: z.string().trim().max(LIMITS.name),
	/** The folder that is read. */
	folder: z.string().trim().min(1).max(LIMITS.name),
	/** Whether a known person’s new message opens an incident; else it waits in the queue. */
	opensIncidents: z.boolean(),
} as const;

/** The desk’s mailbox, without its passwords: whether there is one is all that is ever answered. */
export const mailSettingsSchema = z.strictObject({
	...commonShape,
	incoming: serverSchema.extend({ hasPassword: z.boolean() }),
	outgoing: serverSchema.extend({ hasPassword: z.boolean() }),
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** `PUT /api/mail/settings`, `POST /api/mail/test`. */
export const mailSettingsInputSchema = z.strictObject({
	...commonShape,
	incoming: serverInputSchema,
	outgoing: serverInputSchema,
});
export type MailSettingsInput = z.infer<typeof mailSettingsInputSchema>;

/** How both ways stand now. */
export const mailStandingSchema = z.strictObject({
	/** `off` is not set up or switched off. */
	reading: z.enum(["off", "connecting", "watching", "failing"]),
	lastReadAt: epochMsSchema.nullable(),
	/** What the server or the network said last; `null` while all is well. */
	readError: z.string().nullable(),
	/** When it is tried again. */
	retryAt: epochMsSchema.nullable(),
	waiting: z.int(),
	sendError: z.string().nullable(),
	unmatched: z.int(),
});
export type MailStanding = z.infer<typeof mailStandingSchema>;

/** `GET /api/mail`: `settings` is `null` until there are any. */
export const mailAnswerSchema = z.strictObject({
	settings: mailSettingsSchema.nullable(),
	standing: mailStandingSchema,
});
export type MailAnswer = z.infer<typeof mailAnswerSchema>;

/** One line of what was said between the desk and a server; never a password. */
const exchangeLineSchema = z.strictObject({ from: z.enum(["desk", "server"]), text: z.string() });
export type ExchangeLine = z.infer<typeof exchangeLineSchema>;
const exchangeSchema = z.strictObject({ error: z.string().nullable(), lines: z.array(exchangeLineSchema) });
export type Exchange = z.infer<typeof exchangeSchema>;
export const mailTestSchema = z.strictObject({ incoming: exchangeSchema, outgoing: exchangeSchema });
export type MailTest = z.infer<typeof mailTestSchema>;

/** A message that no rule could place. */
export const unmatchedMailSchema = z.strictObject({
	id: uuidSchema,
	state: z.enum(["unmatched", "discarded"]),
	reason: z.enum(QUEUE_REASONS),
	/** In words, where the reason alone does not say it. */
	detail: z.string().nullable(),
	fromAddress: z.string(),
	fromName: z.string(),
	/** Who has the address, where it is exactly one. */
	senderId: idSchema.nullable(),
	senderName: z.string().nullable(),
	subject: z.string(),
	text: z.string(),
	fileNames: z.array(z.string()),
	receivedAt: epochMsSchema,
	/** The ticket that it seems to be about. */
	suggestedNumber: z.string().nullable(),
});
export type UnmatchedMail = z.infer<typeof unmatchedMailSchema>;

/** `GET /api/mail/queue?state=unmatched`, the oldest first. */
export const mailQueueQuerySchema = z.strictObject({ state: z.enum(["unmatched", "discarded"]).optional() });
export const mailQueueSchema = z.strictObject({
	mails: z.array(unmatchedMailSchema),
	total: z.int(),
	discarded: z.int(),
});
export type MailQueue = z.infer<typeof mailQueueSchema>;

/**
 * `POST /api/mail/queue/:id/attach`. `as`: a comment of the sender’s or of the ticket’s caller, or a work note of
 * whoever attaches it.
 */
export const attachMailSchema = z.strictObject({
	ticket: z.string().trim().min(1).max(64),
	as: z.enum(["sender", "caller", "workNote"]),
});
export type AttachMail = z.infer<typeof attachMailSchema>;

/** `POST /api/mail/queue/:id/open`: an incident of this caller. */
export const openFromMailSchema = z.strictObject({ callerId: idSchema });

/** Where a message went. */
export const placedMailSchema = z.strictObject({ ticketId: uuidSchema, number: z.string() });
export type PlacedMail = z.infer<typeof placedMailSchema>;

/** What became of one entry of a ticket on its way to the caller. */
export const mailMarkSchema = z.strictObject({
	entryId: idSchema,
	direction: z.enum(["in", "out"]),
	address: z.string(),
	state: z.enum(["waiting", "sent", "undeliverable", "received"]),
	at: epochMsSchema,
	/** Why it waits or did not arrive. */
	detail: z.string().nullable(),
});
export type MailMark = z.infer<typeof mailMarkSchema>;

/** `GET /api/tickets/:key/mail`. */
export const mailMarksSchema = z.strictObject({ marks: z.array(mailMarkSchema) });
