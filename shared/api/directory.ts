import { z } from "zod";
import { CI_CLASSES, CI_STATUSES } from "../ci/ci.ts";
import { ROLES } from "../permission/permission.ts";
import { epochMsSchema, idSchema, LIMITS } from "./common.ts";
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

const relatedIdsSchema = z.array(idSchema).max(500);

/** What a person says about a configuration item; one of class `service` is what people use. */
const ciFieldsShape = {
	name: z.string().trim().min(1).max(LIMITS.name),
	class: z.enum(CI_CLASSES),
	ownerTeamId: idSchema.nullable(),
	/** 1 most critical … 4 least. */
	criticality: z.int().min(1).max(4),
	/** What this one needs, directly. */
	dependsOnIds: relatedIdsSchema,
	/** What carries it. Fields that are absent say nothing: most CIs come with few of them. */
	runsOnIds: relatedIdsSchema.exactOptional(),
	/** The whole that it is a piece of. */
	partOfIds: relatedIdsSchema.exactOptional(),
	/** Beside it: neither needs the other. */
	connectsToIds: relatedIdsSchema.exactOptional(),
	/** Absent: in use. */
	status: z.enum(CI_STATUSES).exactOptional(),
	location: z.string().max(LIMITS.name).exactOptional(),
	/** Its key in the source that it is imported from; unique at a desk. */
	externalId: z.string().trim().min(1).max(LIMITS.name).exactOptional(),
	note: z.string().max(4_000).exactOptional(),
};

/** A configuration item. */
export const ciSchema = z.strictObject({
	id: idSchema,
	...ciFieldsShape,
	name: z.string(),
	dependsOnIds: z.array(idSchema),
	/** Rises with every change; absent is 1. */
	revision: z.int().min(1).exactOptional(),
});
export type Ci = z.infer<typeof ciSchema>;

/** `POST /api/cis`. */
export const ciInputSchema = z.strictObject(ciFieldsShape);
export type CiInput = z.infer<typeof ciInputSchema>;
