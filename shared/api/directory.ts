import { z } from "zod";
import { ROLES } from "../permission/permission.ts";
import { epochMsSchema, idSchema } from "./common.ts";
import { ticketKindSchema } from "./ticket-kind.ts";

/** See `shared/permission/scope.ts`. */
export const scopeSchema = z.strictObject({
	kinds: z.array(ticketKindSchema).max(256).nullable(),
	teams: z.enum(["all", "own"]),
});

/** See `shared/approval/delegation.ts`. */
export const delegationSchema = z.strictObject({
	personId: idSchema,
	from: epochMsSchema,
	until: epochMsSchema,
});

/** A person: agent, caller or both. */
export const personSchema = z.strictObject({
	id: idSchema,
	name: z.string(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	location: z.string().nullable(),
	department: z.string().nullable(),
	isVip: z.boolean(),
	roles: z.array(z.enum(ROLES)),
	teamIds: z.array(idSchema),
	isActive: z.boolean(),
	/** Which tickets they work with; absent is the whole desk. */
	scope: scopeSchema.optional(),
	/** Who decides for them, and when; absent is nobody. */
	delegation: delegationSchema.optional(),
});
export type Person = z.infer<typeof personSchema>;

/** A team: ServiceNow's assignment group. */
export const teamSchema = z.strictObject({ id: idSchema, name: z.string(), isActive: z.boolean() });
export type Team = z.infer<typeof teamSchema>;

/** A configuration item; one of class `service` is what people use. */
export const ciSchema = z.strictObject({
	id: idSchema,
	name: z.string(),
	class: z.enum(["service", "application", "server", "network", "endpoint", "other"]),
	ownerTeamId: idSchema.nullable(),
	/** 1 most critical … 4 least. */
	criticality: z.int().min(1).max(4),
	/** What this one needs, directly. */
	dependsOnIds: z.array(idSchema),
});
export type Ci = z.infer<typeof ciSchema>;
