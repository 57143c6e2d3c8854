import { z } from "zod";
import type { PersonInput } from "../../shared/api/people.ts";
import { PERSON_ROLES } from "../../shared/permission/permission.ts";
import { BLANK_PERSON_FORM, personFormSchema } from "./person-form-values.ts";

/** What the form of a new person holds. */
export const newPersonSchema = personFormSchema.extend({
	roles: z.array(z.enum(PERSON_ROLES)),
	teamIds: z.array(z.string()),
	/** Empty: does not sign in. */
	signInName: z.string(),
});
export type NewPersonValues = z.infer<typeof newPersonSchema>;

export const NEW_PERSON: NewPersonValues = {
	...BLANK_PERSON_FORM,
	roles: [],
	teamIds: [],
	signInName: "",
};

/** The person without the account, which is a step of its own. */
export function inputOf({ signInName: _, ...values }: NewPersonValues): PersonInput {
	return values;
}
