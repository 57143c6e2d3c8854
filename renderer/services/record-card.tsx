import { Button, Group, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { Ci } from "../../shared/api/directory.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess, useMay } from "../access/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { Card, offerBack, ProblemNote } from "../page/index.ts";
import { servicesText } from "../text/en/services.ts";
import { CiFields } from "./ci-fields.tsx";
import { type CiFormValues, ciFormSchema, formOf, inputOfForm, relationsIn } from "./ci-form-values.ts";
import { createCi, inputOf, putCi, removeCi } from "./ci-requests.ts";
import { SERVICES_PATH } from "./paths.ts";
import { tellProblem } from "./tell-problem.ts";

const text = servicesText.record;

/** What is known of a CI by itself; what was typed and not saved is still there later. */
export function RecordCard({ ci }: { readonly ci: Ci }) {
	const access = useAccess("ci.edit");
	const mayEdit = useMay("ci.edit").isAllowed;
	const [, navigate] = useLocation();
	const initial = formOf(ci);
	const draft = useFormDraft<CiFormValues>(`ci:${ci.id}:form`, { initial, schema: ciFormSchema });
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const isChanged = JSON.stringify(initial) !== JSON.stringify(draft.values);

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed || !isChanged) return;
		if (draft.values.name.trim() === "") return setErrors({ name: text.nameNeeded });
		const answer = await putCi(ci, inputOfForm(draft.values, relationsIn(ci)));
		if (answer.ok) {
			draft.clear();
			setRefusal(null);
			const saved = answer.value;
			offerBack(text.saved(saved.name), async () => tellProblem(await putCi(saved, inputOf(ci))));
			return;
		}
		const { path, message } = answer.error;
		if (path !== undefined && path in draft.values) setErrors({ [path]: message });
		else setRefusal(answer.error);
	}

	async function remove(): Promise<void> {
		const answer = await removeCi(ci.id);
		if (!answer.ok) return setRefusal(answer.error);
		draft.clear();
		navigate(SERVICES_PATH);
		offerBack(text.removed(ci.name), async () => tellProblem(await createCi(inputOf(ci))));
	}

	return (
		<Card title={text.title}>
			<form onSubmit={(event) => void save(event)} noValidate>
				<Stack gap="md">
					<DraftNote draft={draft} />
					<CiFields
						values={draft.values}
						errors={errors}
						isReadOnly={!mayEdit}
						onChange={(part) => {
							draft.setValues({ ...draft.values, ...part });
							setErrors({});
							setRefusal(null);
						}}
					/>
					{refusal && <ProblemNote refusal={refusal} />}
					{mayEdit && (
						<Group>
							<GuardedButton access={access} type="submit" disabled={access.isAllowed && !isChanged}>
								{text.save}
							</GuardedButton>
							{isChanged && (
								<Button variant="subtle" color="gray" onClick={draft.clear}>
									{text.discard}
								</Button>
							)}
							<GuardedButton
								access={access}
								variant="subtle"
								color="gray"
								ml="auto"
								onClick={() => void remove()}
							>
								{text.remove}
							</GuardedButton>
						</Group>
					)}
				</Stack>
			</form>
		</Card>
	);
}
