import { z } from "zod";
import { idSchema } from "./common.ts";
import { ciInputSchema } from "./directory.ts";

/** Above this a file is refused: more than any desk's CIs take. */
export const CI_IMPORT_LIMITS = { bytes: 16 * 1_048_576, rows: 100_000, shown: 1_000 } as const;

/** `PUT /api/cis/:id`: the record as it is to be; made from another revision it is 409 `edited_meanwhile`. */
export const ciEditSchema = z.strictObject({ baseRevision: z.int().min(1), ci: ciInputSchema });
export type CiEdit = z.infer<typeof ciEditSchema>;

/** Columns of a file of CIs, and of one of relations. */
export const CI_COLUMNS = [
	"externalId",
	"name",
	"class",
	"ownerTeam",
	"criticality",
	"status",
	"location",
	"note",
] as const;
export type CiColumn = (typeof CI_COLUMNS)[number];
export const RELATION_COLUMNS = ["from", "relation", "to"] as const;
export type RelationColumn = (typeof RELATION_COLUMNS)[number];
export type ImportColumn = CiColumn | RelationColumn;

/** Which column of the file is which, by its place from 0; `null` where the file has none. */
const mappingSchema = z.record(z.string(), z.int().min(0).max(1_000).nullable());
export type ColumnMapping = Readonly<Partial<Record<ImportColumn, number | null>>>;

/** `POST /api/cis/imports/preview`: what a file would change. Nothing is applied. */
export const ciPreviewInputSchema = z.strictObject({
	form: z.enum(["cis", "relations"]),
	text: z.string().max(CI_IMPORT_LIMITS.bytes),
	/** `null`: as the header's words say. */
	mapping: mappingSchema.nullable(),
});
export type CiPreviewInput = z.infer<typeof ciPreviewInputSchema>;

const fieldChangeSchema = z.strictObject({
	field: z.string(),
	from: z.string().nullable(),
	to: z.string().nullable(),
});
const plannedSchema = z.strictObject({
	/** The line of the file; of relations the first of this CI's. */
	line: z.int(),
	name: z.string(),
	externalId: z.string().nullable(),
	changes: z.array(fieldChangeSchema),
});
export type PlannedCi = z.infer<typeof plannedSchema>;

/** Counts are of all; lists hold the first `CI_IMPORT_LIMITS.shown` of each. */
export const ciPreviewSchema = z.strictObject({
	headers: z.array(z.string()),
	mapping: mappingSchema,
	rows: z.int(),
	counts: z.strictObject({
		fresh: z.int(),
		changed: z.int(),
		unchanged: z.int(),
		missing: z.int(),
		refused: z.int(),
	}),
	fresh: z.array(plannedSchema),
	changed: z.array(plannedSchema),
	/** Came from a file once and are not in this one. They are left alone. */
	missing: z.array(z.strictObject({ id: idSchema, name: z.string(), externalId: z.string() })),
	refused: z.array(
		z.strictObject({ line: z.int(), column: z.string().nullable(), message: z.string(), value: z.string() }),
	),
	/** Names exactly this difference; applying asks for it again. */
	fingerprint: z.string(),
});
export type CiPreview = z.infer<typeof ciPreviewSchema>;

/** `POST /api/cis/imports`: applies what was shown, or is 409 `edited_meanwhile` where it would be another by now. */
export const ciImportInputSchema = ciPreviewInputSchema.extend({ fingerprint: z.string() });
export type CiImportInput = z.infer<typeof ciImportInputSchema>;
/** `POST /api/cis/imports/:id/undo` answers it too: what was taken back. */
export const ciImportSchema = z.strictObject({ id: idSchema, fresh: z.int(), changed: z.int() });
export type CiImport = z.infer<typeof ciImportSchema>;
