import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { CheckInput, CheckResult } from "../../shared/api/checks.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { draftsText } from "../text/en/drafts.ts";
import classes from "./check-form.module.css";
import { BelongsFields, TargetFields, TimingFields } from "./check-form-fields.tsx";
import {
	type CheckFormErrors,
	type CheckFormField,
	type CheckFormValues,
	checkFormSchema,
	fieldOfPath,
	readCheckForm,
} from "./check-form-values.ts";
import { changeCheck, createCheck, testCheck } from "./check-requests.ts";
import { CheckResultView } from "./check-result-view.tsx";

const text = checksText.form;

interface Props {
	readonly checkId: string | null;
	readonly initial: CheckFormValues;
}

/** Everything a check is, judged as it will be by the desk; can be tried before it is saved. */
export function CheckForm({ checkId, initial }: Props) {
	const form = useCheckForm(checkId, initial);
	const access = useAccess("check.edit");
	return (
		<form ref={form.element} className={classes.form} onSubmit={form.handleSubmit} noValidate>
			<DraftNote draft={form.draft} discardLabel={draftsText.startAfresh} />
			<TargetFields {...form.fields} />
			<TimingFields {...form.fields} />
			<BelongsFields {...form.fields} />
			{form.refusal && <ProblemNote refusal={form.refusal} />}
			{access.reason !== null && <ProblemNote refusal={{ code: "blocked", message: access.reason }} />}
			{form.result && (
				<Card title={checksText.result.title}>
					<CheckResultView result={form.result} />
				</Card>
			)}
			<Group>
				<GuardedButton access={access} type="submit" loading={form.busy === "saving"}>
					{checkId === null ? text.add : text.save}
				</GuardedButton>
				<GuardedButton
					access={access}
					variant="default"
					loading={form.busy === "testing"}
					onClick={form.handleTest}
				>
					{text.test}
				</GuardedButton>
				<Button variant="subtle" color="gray" onClick={form.handleCancel}>
					{text.cancel}
				</Button>
			</Group>
			<div className="visually-hidden" role="status">
				{form.result ? `${checksText.state[form.result.state]}: ${form.result.summary}` : ""}
			</div>
		</form>
	);
}

/** What the form holds and what its buttons do. */
function useCheckForm(checkId: string | null, initial: CheckFormValues) {
	const draft = useFormDraft<CheckFormValues>(`check:${checkId ?? "new"}:form`, {
		initial,
		schema: checkFormSchema,
	});
	const { values } = draft;
	const [errors, setErrors] = useState<CheckFormErrors>({});
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [result, setResult] = useState<CheckResult | null>(null);
	const [busy, setBusy] = useState<"saving" | "testing" | null>(null);
	const element = useRef<HTMLFormElement>(null);
	const [, navigate] = useLocation();

	function change<Field extends CheckFormField>(field: Field, value: CheckFormValues[Field]): void {
		draft.setValues({ ...values, [field]: value });
		setErrors(({ [field]: _fixed, ...others }) => others);
	}

	function showErrors(found: CheckFormErrors): void {
		setErrors(found);
		// After the messages are drawn: the first field that is wrong gets the focus.
		requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
	}

	function read(shown: CheckFormValues): CheckInput | null {
		setRefusal(null);
		const read = readCheckForm(shown, sayWhy);
		if ("input" in read) return read.input;
		showErrors(read.errors);
		return null;
	}

	function refuse(error: Refusal): void {
		const field = error.path === undefined ? "form" : fieldOfPath(error.path, values.type);
		if (field === "form") setRefusal(error);
		else showErrors({ [field]: error.message });
	}

	async function save(): Promise<void> {
		const input = read(values);
		if (!input) return;
		setBusy("saving");
		const answer = await (checkId === null ? createCheck(input) : changeCheck(checkId, input));
		setBusy(null);
		if (!answer.ok) return refuse(answer.error);
		draft.clear();
		notifications.show({ message: checkId === null ? text.added(input.name) : text.saved(input.name) });
		navigate(checkId === null ? "/" : `/${checkId}`);
	}

	async function test(): Promise<void> {
		// A check can be tried before it has a name.
		const input = read({ ...values, name: values.name.trim() || "-" });
		if (!input) return;
		setBusy("testing");
		setResult(null);
		const { target, timeoutMs, degradedAboveMs } = input;
		const answer = await testCheck({ target, timeoutMs, degradedAboveMs });
		setBusy(null);
		if (answer.ok) setResult(answer.value);
		else refuse(answer.error);
	}

	return {
		draft,
		fields: { values, errors, onChange: change },
		element,
		refusal,
		result,
		busy,
		handleSubmit: (event: FormEvent) => {
			event.preventDefault();
			void save();
		},
		handleTest: () => void test(),
		handleCancel: () => {
			draft.clear();
			navigate(checkId === null ? "/" : `/${checkId}`);
		},
	};
}

function sayWhy(field: CheckFormField | "form", message: string): string {
	return field === "form" ? message : checksText.why[field];
}
