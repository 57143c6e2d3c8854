import { z } from "zod";
import { PERSON_ROLES, ROLES } from "../permission/permission.ts";
import { idSchema, LIMITS } from "./common.ts";
import { delegationSchema, personSchema, teamSchema } from "./directory.ts";

const nameSchema = z.string().trim().min(1).max(LIMITS.name);
/** A fact about somebody; nothing typed is `null`. */
const factSchema = z
	.string()
	.trim()
	.max(LIMITS.name)
	.transform((text) => (text === "" ? null : text))
	.nullable();
const emailSchema = z.union([
	z
		.literal("")
		.transform(() => null)
		.nullable(),
	z.email("expected an address such as name@example.org").max(254).nullable(),
]);

/** What is known of a person beside roles and teams. */
const factsShape = {
	name: nameSchema,
	email: emailSchema,
	phone: factSchema,
	location: factSchema,
	department: factSchema,
	isVip: z.boolean(),
} as const;

/** `PUT /api/people/:id/delegation`, `PUT /api/account/delegation`; `null` takes it back. */
export const delegationInputSchema = z.strictObject({
	delegation: delegationSchema
		.refine(({ from, until }) => from < until, { path: ["until"], message: "expected to be after from" })
		.nullable(),
});

export const personRoleSchema = z.enum(PERSON_ROLES);

/** `GET /api/people`: by name. `text`: words that must all be in name, address, phone or department. */
export const peopleQuerySchema = z.strictObject({
	text: z.string().max(LIMITS.name).optional(),
	role: z.enum(ROLES).optional(),
	teamId: idSchema.optional(),
	isActive: z.enum(["true", "false"]).optional(),
	limit: z.coerce.number().int().min(1).max(1_000).optional(),
	offset: z.coerce.number().int().min(0).optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;
export const peoplePageSchema = z.strictObject({ people: z.array(personSchema), total: z.int() });

/** `POST /api/people`. */
export const personInputSchema = z.strictObject({
	name: factsShape.name,
	email: factsShape.email.default(null),
	phone: factsShape.phone.default(null),
	location: factsShape.location.default(null),
	department: factsShape.department.default(null),
	isVip: z.boolean().default(false),
	roles: z.array(personRoleSchema).max(PERSON_ROLES.length).default([]),
	teamIds: z.array(idSchema).max(200).default([]),
});
export type PersonInput = z.infer<typeof personInputSchema>;

/** `PATCH /api/people/:id`: roles and teams have routes of their own, each a change that can't undo another's. */
export const personPatchSchema = z.strictObject({ ...factsShape, isActive: z.boolean() }).partial();
export type PersonPatch = z.infer<typeof personPatchSchema>;

/** `GET`, `POST /api/teams`, `PATCH /api/teams/:id`. */
export const teamListSchema = z.strictObject({ teams: z.array(teamSchema) });
export const teamInputSchema = z.strictObject({ name: nameSchema });
export const teamPatchSchema = z.strictObject({ name: nameSchema, isActive: z.boolean() }).partial();
export type TeamPatch = z.infer<typeof teamPatchSchema>;
