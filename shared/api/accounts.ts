import { z } from "zod";
import { epochMsSchema, idSchema, LIMITS } from "./common.ts";

/** What somebody types to sign in, without blanks. */
export const signInNameSchema = z
	.string()
	.trim()
	.min(1)
	.max(LIMITS.name)
	.regex(/^\S+$/, "expected a name without blanks");
const passwordSchema = z.string().min(1).max(4_000);

/** A way for a person to sign in with name and password; each has at most one. */
export const accountSchema = z.strictObject({
	personId: idSchema,
	/** Unique, whatever its case. */
	name: z.string(),
	createdAt: epochMsSchema,
	/** When the password was last set. */
	passwordAt: epochMsSchema,
	lastSignInAt: epochMsSchema.nullable(),
	/** The password is a one-time one: it opens nothing but the choice of another. */
	mustChangePassword: z.boolean(),
	isDisabled: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;
export const accountListSchema = z.strictObject({ accounts: z.array(accountSchema) });

/** `POST /api/accounts`, `POST /api/accounts/:personId/reset`: the password is in this answer and nowhere else. */
export const accountInputSchema = z.strictObject({ personId: idSchema, name: signInNameSchema });
export const accountMadeSchema = z.strictObject({ account: accountSchema, oneTimePassword: z.string() });
export type AccountMade = z.infer<typeof accountMadeSchema>;
/** `PATCH /api/accounts/:personId`. */
export const accountPatchSchema = z
	.strictObject({ name: signInNameSchema, isDisabled: z.boolean() })
	.partial();
export type AccountPatch = z.infer<typeof accountPatchSchema>;

/** A browser in which somebody is signed in. */
export const signedInSchema = z.strictObject({
	id: idSchema,
	startedAt: epochMsSchema,
	seenAt: epochMsSchema,
	/** Where it ends unless it is used before. */
	endsAt: epochMsSchema,
	/** `Firefox on Linux`, as far as the browser said. */
	where: z.string().nullable(),
	/** The one that asks. */
	isThisOne: z.boolean(),
});
export type SignedIn = z.infer<typeof signedInSchema>;
export const signedInListSchema = z.strictObject({ sessions: z.array(signedInSchema) });

/** `GET /api/account`: one's own; `account` is `null` at a desk that asks nobody to sign in. */
export const ownAccountSchema = z.strictObject({
	account: accountSchema.nullable(),
	sessions: z.array(signedInSchema),
});
export type OwnAccount = z.infer<typeof ownAccountSchema>;

/** `POST /api/account/password`; after a one-time password the one before need not be typed again. */
export const passwordChangeSchema = z.strictObject({
	currentPassword: passwordSchema.optional(),
	newPassword: passwordSchema,
});

/** `GET`, `PUT /api/sign-in-policy`: when a sign-in ends by itself. */
export const signInPolicySchema = z.strictObject({
	/** Without a request for this long. */
	idleHours: z.int().min(1).max(168),
	/** However much it is used. */
	longestDays: z.int().min(1).max(90),
});
export type SignInPolicy = z.infer<typeof signInPolicySchema>;
