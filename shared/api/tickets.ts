import { z } from "zod";
import type { Ticket, TicketPatch } from "../ticket/ticket.ts";
import { attachmentSchema } from "./attachments.ts";
import { epochMsSchema, idSchema, LIMITS, levelSchema, prioritySchema, uuidSchema } from "./common.ts";
import { clockSchema } from "./sla.ts";
import { ticketKindSchema } from "./ticket-kind.ts";

export const trackMoveSchema = z
	.tuple([epochMsSchema, z.int(), z.int(), prioritySchema, idSchema.nullable(), z.literal(1).exactOptional()])
	.readonly();

/** The fields an intent may set. */
export const ticketFieldsSchema = z.strictObject({
	shortDescription: z.string().trim().min(1).max(LIMITS.shortDescription),
	description: z.string().max(LIMITS.description),
	state: z.int().min(-100).max(1_000),
	holdReason: z.int().min(1).max(100).nullable(),
	followUpAt: epochMsSchema.nullable(),
	impact: levelSchema,
	urgency: levelSchema,
	teamId: idSchema.nullable(),
	assigneeId: idSchema.nullable(),
	callerId: idSchema.nullable(),
	ciId: idSchema.nullable(),
	serviceId: idSchema.nullable(),
	category: z.string().max(LIMITS.name).nullable(),
	subcategory: z.string().max(LIMITS.name).nullable(),
	closeCode: z.string().max(LIMITS.name).nullable(),
	closeNotes: z.string().max(LIMITS.note).nullable(),
	parentId: uuidSchema.nullable(),
	problemId: uuidSchema.nullable(),
});

const declaredValueSchema = z.union([z.string().max(LIMITS.note), z.number(), z.null()]);
const DECLARED_NAME = /^\$[A-Za-z][A-Za-z0-9]{0,39}$/;

/**
 * An object of these fields and of those that a kind's lifecycle declares, which begin with `$`; whether it
 * does, and what fits each, its rules say.
 */
function withDeclared<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
	return schema.catchall(declaredValueSchema).superRefine((value, context) => {
		const others = Object.keys(value).filter((key) => !(key in schema.shape));
		const keys = others.filter((key) => !DECLARED_NAME.test(key));
		if (keys.length > 0) context.addIssue({ code: "unrecognized_keys", keys, input: value });
		if (others.length > LIMITS.declaredFields) context.addIssue("Too many fields.");
	});
}

/** Fields of which any may be absent. JSON has no `undefined`, so an absent field is really absent. */
export const ticketPatchSchema = withDeclared(
	ticketFieldsSchema.partial(),
) as unknown as z.ZodType<TicketPatch>;
/** Values that were true once: an imported ticket's own may be longer or emptier than an edit's. */
export const ticketBaseSchema = withDeclared(
	ticketFieldsSchema.extend({ shortDescription: z.string() }).partial(),
) as unknown as z.ZodType<TicketPatch>;

/** A ticket without the fields that its kind declares. */
export const ownFieldsSchema = z.object({
	...ticketFieldsSchema.shape,
	shortDescription: z.string(),
	id: uuidSchema,
	kind: ticketKindSchema,
	number: z.string(),
	priority: prioritySchema,
	openedById: idSchema.nullable(),
	contactType: z.string().nullable(),
	sourceState: z.string().nullable(),
	reopenCount: z.int().min(0),
	openedAt: epochMsSchema,
	updatedAt: epochMsSchema,
	resolvedAt: epochMsSchema.nullable(),
	closedAt: epochMsSchema.nullable(),
	revision: z.int().min(0),
	track: z.array(trackMoveSchema).readonly(),
});
/** One ticket as it travels: see `Ticket` for what each field means. */
export const ticketSchema = withDeclared(ownFieldsSchema) as unknown as z.ZodType<Ticket>;

export const noteSchema = z.strictObject({
	kind: z.enum(["comment", "workNote"]),
	text: z.string().trim().min(1).max(LIMITS.note),
});

/** Who or what made a history entry. */
export const actorSchema = z.strictObject({
	kind: z.enum(["person", "rule", "import", "system"]),
	/** The person's or the rule's id. */
	id: idSchema.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

const fieldValueSchema = z.union([z.string(), z.number(), z.null()]);

/** One entry of a ticket's append-only history. */
export const historyEntrySchema = z.strictObject({
	id: idSchema,
	ticketId: uuidSchema,
	/** The ticket's revision after this entry. */
	revision: z.int().min(1),
	type: z.enum(["created", "changed", "noted"]),
	actor: actorSchema,
	/** When it happened, also offline. */
	occurredAt: epochMsSchema,
	/** When the desk recorded it. */
	recordedAt: epochMsSchema,
	changes: z.record(z.string(), z.strictObject({ from: fieldValueSchema, to: fieldValueSchema })),
	note: noteSchema.nullable(),
	/** Absent where there are none. */
	attachments: z.array(attachmentSchema).readonly().optional(),
	/** The intent it came from, so that a console knows its own. */
	intentId: uuidSchema.nullable(),
	/** The alert it is about, where a rule wrote it. */
	alertId: idSchema.nullable(),
	/** Of all entries that one act made on many tickets; absent where it was made on one. */
	batchId: uuidSchema.exactOptional(),
	/** The intent whose entry this one takes back. */
	undoes: uuidSchema.exactOptional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** `GET /api/tickets` query; lists are comma-separated. Unknown names are refused. */
export const ticketQuerySchema = z.strictObject({
	kind: ticketKindSchema.optional(),
	/** State values, `1,2,3`; or `open`. */
	state: z.string().max(200).optional(),
	priority: z.string().max(20).optional(),
	teamId: z.string().max(2_000).optional(),
	/** Person ids, or `none`. */
	assigneeId: z.string().max(2_000).optional(),
	callerId: idSchema.optional(),
	text: z.string().max(200).optional(),
	order: z
		.enum(["number", "-number", "openedAt", "-openedAt", "updatedAt", "-updatedAt", "priority", "-priority"])
		.optional(),
	limit: z.coerce.number().int().min(1).max(LIMITS.ticketsPerPage).optional(),
	offset: z.coerce.number().int().min(0).max(10_000_000).optional(),
});
export type TicketQuery = z.infer<typeof ticketQuerySchema>;

export const ticketPageSchema = z.strictObject({
	total: z.int().min(0),
	tickets: z.array(ticketSchema),
});
export type TicketPage = z.infer<typeof ticketPageSchema>;

/** `GET /api/tickets/:id`, by id or number. */
export const ticketDetailSchema = z.strictObject({
	ticket: ticketSchema,
	history: z.array(historyEntrySchema),
	clocks: z.array(clockSchema),
	alertIds: z.array(idSchema),
	/** The change feed's position this answer holds at. */
	seq: z.int().min(0),
	serverTime: epochMsSchema,
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;

/** `GET /api/histories?ticketIds=a,b`: histories of many tickets, for the working set. */
export const historiesQuerySchema = z.strictObject({ ticketIds: z.string().max(8_000) });
export const historiesSchema = z.strictObject({
	histories: z.array(
		z.strictObject({
			ticketId: uuidSchema,
			history: z.array(historyEntrySchema),
			alertIds: z.array(idSchema),
		}),
	),
});
