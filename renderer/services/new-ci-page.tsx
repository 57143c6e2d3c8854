import { Group, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { Card, offerBack, Page, ProblemNote } from "../page/index.ts";
import { servicesText as text } from "../text/en/services.ts";
import { BackLink } from "./back-link.tsx";
import { CiFields } from "./ci-fields.tsx";
import { type CiFormValues, ciFormSchema, inputOfForm, NEW_CI } from "./ci-form-values.ts";
import { createCi, removeCi } from "./ci-requests.ts";
import { ciPath } from "./paths.ts";
import { tellProblem } from "./tell-problem.ts";

const DRAFT = { initial: NEW_CI, schema: ciFormSchema };

/** A CI added by hand. */
export function NewCiPage() {
	const access = useAccess("ci.edit");
	const [, navigate] = useLocation();
	const draft = useFormDraft<CiFormValues>("ci:new:form", DRAFT);
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed) return;
		if (draft.values.name.trim() === "") return setErrors({ name: text.record.nameNeeded });
		const answer = await createCi(inputOfForm(draft.values, { dependsOnIds: [] }));
		if (answer.ok) {
			const { id, name } = answer.value;
			draft.clear();
			navigate(ciPath(id));
			offerBack(text.record.added(name), async () => tellProblem(await removeCi(id)));
			return;
		}
		const { path, message } = answer.error;
		if (path !== undefined && path in draft.values) setErrors({ [path]: message });
		else setRefusal(answer.error);
	}

	return (
		<Page title={text.add} trail={<BackLink />} layout="read">
			<Card title={text.record.title}>
				<form onSubmit={(event) => void save(event)} noValidate>
					<Stack gap="md">
						<DraftNote draft={draft} />
						<CiFields
							values={draft.values}
							errors={errors}
							isFocusedFirst
							onChange={(part) => {
								draft.setValues({ ...draft.values, ...part });
								setErrors({});
							}}
						/>
						{refusal && <ProblemNote refusal={refusal} />}
						<Group>
							<GuardedButton access={access} type="submit">
								{text.record.create}
							</GuardedButton>
						</Group>
					</Stack>
				</form>
			</Card>
		</Page>
	);
}
