import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import type { Person } from "../../shared/api/directory.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess, useMay } from "../access/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { peopleText } from "../text/en/people.ts";
import { changePerson } from "./people-requests.ts";
import { type FieldErrors, PersonFields } from "./person-fields.tsx";
import { changedFields, formOf, type PersonFormValues, personFormSchema } from "./person-form-values.ts";

const text = peopleText.facts;

/** What is known of a person; what was typed and not saved is still there later. */
export function FactsCard({ person }: { readonly person: Person }) {
	const access = useAccess("people.manage");
	const mayManage = useMay("people.manage").isAllowed;
	const initial = formOf(person);
	const draft = useFormDraft<PersonFormValues>(`person:${person.id}:form`, {
		initial,
		schema: personFormSchema,
	});
	const [errors, setErrors] = useState<FieldErrors>({});
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const changed = changedFields(initial, draft.values);
	const isChanged = Object.keys(changed).length > 0;

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed || !isChanged) return;
		if (draft.values.name.trim() === "") return setErrors({ name: text.nameNeeded });
		const answer = await changePerson(person.id, changed);
		if (answer.ok) {
			draft.clear();
			setRefusal(null);
			notifications.show({ message: text.saved(answer.value.name) });
			return;
		}
		const { path, message } = answer.error;
		if (path !== undefined && path in draft.values) {
			setErrors({ [path]: path === "email" ? text.emailWrong : message });
			setRefusal(null);
		} else setRefusal(answer.error);
	}

	return (
		<Card title={text.title}>
			<form onSubmit={(event) => void save(event)} noValidate>
				<Stack gap="md">
					<DraftNote draft={draft} />
					<PersonFields
						values={draft.values}
						errors={errors}
						isReadOnly={!mayManage}
						onChange={(field, value) => {
							draft.setValues({ ...draft.values, [field]: value });
							setErrors({});
						}}
					/>
					{refusal && <ProblemNote refusal={refusal} />}
					{mayManage && (
						<Group>
							<GuardedButton access={access} type="submit" disabled={access.isAllowed && !isChanged}>
								{text.save}
							</GuardedButton>
							{isChanged && (
								<Button variant="subtle" color="gray" onClick={draft.clear}>
									{text.cancel}
								</Button>
							)}
						</Group>
					)}
				</Stack>
			</form>
		</Card>
	);
}
