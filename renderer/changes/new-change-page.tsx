import { Button, Group } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import { CHANGE_TYPE } from "../../shared/ticket/lifecycles/change.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { submitByKey } from "../keys/index.ts";
import { Page, ProblemNote } from "../page/index.ts";
import { BesideForm } from "../similar/index.ts";
import { changesText } from "../text/en/changes.ts";
import { draftsText } from "../text/en/drafts.ts";
import classes from "./changes.module.css";
import { createChange } from "./create-change.ts";
import {
	EMPTY_CHANGE,
	type NewChangeValues,
	newChangeValuesSchema,
	patchOfValues,
	withTemplate,
} from "./new-change-values.ts";
import { PlanFields } from "./plan-fields.tsx";
import { TypeFields } from "./type-fields.tsx";
import { WhatFields } from "./what-fields.tsx";

const DRAFT_KEY = "new:change";
const DRAFT_OF = { initial: EMPTY_CHANGE, schema: newChangeValuesSchema };
const text = changesText.create;

/** The form of a new change: its type says which fields it has. */
export function NewChangePage() {
	const draft = useFormDraft(DRAFT_KEY, DRAFT_OF);
	const settings = useTopic("changeSettings", null);
	const [, navigate] = useLocation();
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const [isSaving, setIsSaving] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const { values } = draft;
	const template = settings?.templates.find(({ id }) => id === values.templateId) ?? null;

	function change(part: Partial<NewChangeValues>): void {
		const chosen = settings?.templates.find(({ id }) => id === part.templateId);
		const next = { ...values, ...part };
		draft.setValues(chosen ? withTemplate(next, chosen) : next);
		setErrors({});
	}
	async function save(): Promise<void> {
		if (isSaving) return;
		if (values.type === CHANGE_TYPE.standard && !template) return refuse("$template", text.templateNeeded);
		setIsSaving(true);
		const refusal = await createChange(patchOfValues(values, template), navigate);
		setIsSaving(false);
		if (refusal) refuse(refusal.path ?? "shortDescription", refusal.message);
		else draft.clear();
	}
	function refuse(path: string, message: string): void {
		setErrors({ [path]: message });
		requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}

	const fields = { values, errors, change };
	const [[path, message] = []] = Object.entries(errors);
	return (
		<Page title={text.title} layout="wide">
			<BesideForm
				kind="change"
				text={values.shortDescription}
				teamId={values.teamId}
				onTeam={(teamId) => change({ teamId })}
			>
				<form ref={form} className={classes.form} noValidate onSubmit={handleSubmit} onKeyDown={submitByKey}>
					<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
					<TypeFields {...fields} templates={settings?.templates ?? []} />
					<WhatFields {...fields} template={template} />
					<PlanFields {...fields} />
					{path !== undefined && message !== undefined && !SHOWN_AT_FIELD.includes(path) ? (
						<ProblemNote refusal={{ code: "refused", message }} />
					) : null}
					<Group gap="xs">
						<Button type="submit" loading={isSaving}>
							{text.create}
						</Button>
						<span className={classes.hint} role="status">
							{draft.isKept ? draftsText.kept : null}
						</span>
					</Group>
				</form>
			</BesideForm>
		</Page>
	);
}

const SHOWN_AT_FIELD: readonly string[] = [
	"shortDescription",
	"$template",
	"$plannedStartAt",
	"$plannedEndAt",
];
