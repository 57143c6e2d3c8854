import { z } from "zod";
import type { Person } from "../../shared/api/directory.ts";

/** What a form about a person holds, as typed. */
export const personFormSchema = z.object({
	name: z.string(),
	email: z.string(),
	phone: z.string(),
	location: z.string(),
	department: z.string(),
	isVip: z.boolean(),
});
export type PersonFormValues = z.infer<typeof personFormSchema>;
export type PersonFormField = keyof PersonFormValues;

export function formOf(person: Person): PersonFormValues {
	const { name, email, phone, location, department, isVip } = person;
	return {
		name,
		email: email ?? "",
		phone: phone ?? "",
		location: location ?? "",
		department: department ?? "",
		isVip,
	};
}

export const BLANK_PERSON_FORM: PersonFormValues = {
	name: "",
	email: "",
	phone: "",
	location: "",
	department: "",
	isVip: false,
};

/** The typed fields that differ, as the desk takes them. */
export function changedFields(before: PersonFormValues, after: PersonFormValues): Partial<PersonFormValues> {
	const fields = Object.keys(after) as readonly PersonFormField[];
	return Object.fromEntries(
		fields.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]),
	);
}
