import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { Refusal } from "../../shared/result.ts";
import type { Access } from "../access/index.ts";
import { useFormDraft } from "../drafts/index.ts";
import { peopleText } from "../text/en/people.ts";
import { inputOf, NEW_PERSON, type NewPersonValues, newPersonSchema } from "./new-person-values.ts";
import { useOneTimePasswords } from "./one-time-password.tsx";
import { createAccount, createPerson } from "./people-requests.ts";
import type { FieldErrors } from "./person-fields.tsx";
import { suggestSignInName } from "./suggest-sign-in-name.ts";

/** What the form of a new person holds and does: the person first, then their account. */
export function useNewPerson(access: Access) {
	const draft = useFormDraft<NewPersonValues>("person:new", { initial: NEW_PERSON, schema: newPersonSchema });
	const { values } = draft;
	const [errors, setErrors] = useState<FieldErrors>({});
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isSaving, setIsSaving] = useState(false);
	const [, navigate] = useLocation();
	const showPassword = useOneTimePasswords((state) => state.show);

	async function save(): Promise<void> {
		const found = findErrors(values);
		setErrors(found);
		setRefusal(null);
		if (Object.keys(found).length > 0) return;
		setIsSaving(true);
		const created = await createPerson(inputOf(values));
		setIsSaving(false);
		if (!created.ok) return refuse(created.error);
		draft.clear();
		notifications.show({ message: peopleText.create.added(created.value.name) });
		await makeAccount(created.value.id);
		navigate(`/people/${created.value.id}`);
	}

	/** The person is there: where the account is refused, their page is where it is put right. */
	async function makeAccount(personId: string): Promise<void> {
		const name = values.signInName.trim();
		if (name === "") return;
		const made = await createAccount(personId, name);
		if (made.ok) showPassword(personId, made.value.oneTimePassword);
		else notifications.show({ color: "red", message: made.error.message, autoClose: 15_000 });
	}

	function refuse(error: Refusal): void {
		const field = error.path?.split(".")[0];
		if (field === undefined || !(field in values)) setRefusal(error);
		else setErrors({ [field]: field === "email" ? peopleText.facts.emailWrong : error.message });
	}

	return {
		draft,
		values,
		errors,
		refusal,
		isSaving,
		suggestedName: suggestSignInName({ name: values.name, email: values.email.trim() || null }),
		change: (part: Partial<NewPersonValues>) => {
			draft.setValues({ ...values, ...part });
			setErrors({});
		},
		handleSubmit: (event: FormEvent) => {
			event.preventDefault();
			if (access.isAllowed) void save();
		},
		handleCancel: () => {
			draft.clear();
			navigate("/people");
		},
	};
}

function findErrors(values: NewPersonValues): FieldErrors {
	return {
		...(values.name.trim() === "" ? { name: peopleText.facts.nameNeeded } : {}),
		...(/\S\s+\S/.test(values.signInName) ? { signInName: peopleText.account.nameNeeded } : {}),
	};
}
