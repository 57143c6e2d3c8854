import { z } from "zod";
import { epochMsSchema, idSchema } from "./common.ts";

/** Every change of what somebody may do and what bears on it, of what tickets go through, and every time clocks were counted anew. */
export const AUDIT_ACTIONS = [
	"person.made",
	"person.activated",
	"person.deactivated",
	"role.given",
	"role.taken",
	"scope.changed",
	"delegation.changed",
	"team.made",
	"team.renamed",
	"team.activated",
	"team.deactivated",
	"team.joined",
	"team.left",
	"account.made",
	"account.renamed",
	"account.disabled",
	"account.enabled",
	"password.reset",
	"password.changed",
	"sign_in.failed",
	"sessions.ended",
	"sign_in_policy.changed",
	"lifecycle.added",
	"lifecycle.changed",
	"clocks.recalculated",
	"desk.restored",
	"retention.changed",
	"retention.removed",
	"priority_matrix.changed",
	"incident_settings.changed",
	"mailbox.changed",
	"ci.made",
	"ci.changed",
	"ci.removed",
	"ci.imported",
	"ci.import_undone",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the audit trail; written once, never changed. */
export const auditEntrySchema = z.strictObject({
	id: z.int(),
	at: epochMsSchema,
	/** Who did it; `null` is the desk itself, or somebody it does not know. */
	actorId: idSchema.nullable(),
	actorName: z.string().nullable(),
	action: z.enum(AUDIT_ACTIONS),
	/** About whom. */
	personId: idSchema.nullable(),
	personName: z.string().nullable(),
	teamId: idSchema.nullable(),
	teamName: z.string().nullable(),
	/**
	 * What was so before and after, as a role's name; `null` where there was or is nothing. Of recalculated
	 * clocks since when, and by what, how many, and why.
	 */
	from: z.string().nullable(),
	to: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** `GET /api/audit`: the newest first. `personId`: about them or by them; `before`: older than this entry. */
export const auditQuerySchema = z.strictObject({
	personId: idSchema.optional(),
	before: z.coerce.number().int().min(1).optional(),
	limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export const auditPageSchema = z.strictObject({ entries: z.array(auditEntrySchema), hasMore: z.boolean() });
export type AuditPage = z.infer<typeof auditPageSchema>;
