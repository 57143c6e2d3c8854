import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
import { isNeeded, noteAsked, openingRequirements } from "../../../shared/ticket/opening-needs.ts";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import { AttachButton, ChosenFileList, FileDrop, useChosenFiles } from "../../attachments/index.ts";
import { callWorker } from "../../data/index.ts";
import { DraftNote, useFormDraft } from "../../drafts/index.ts";
import { submitByKey } from "../../keys/index.ts";
import { ProblemNote } from "../../page/index.ts";
import { BesideForm } from "../../similar/index.ts";
import { attachmentsText } from "../../text/en/attachments.ts";
import { draftsText } from "../../text/en/drafts.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { focusFirstError } from "../focus-first-error.ts";
import { LevelFields } from "../level-fields.tsx";
import classes from "../new-ticket.module.css";
import { tellMade } from "../related/tell-made.tsx";
import { RoutingFields } from "../routing-fields.tsx";
import { useMyself } from "../use-myself.ts";
import { KindFields } from "./kind-fields.tsx";
import {
	EMPTY_KIND_VALUES,
	fieldsToFill,
	findMissing,
	newKindValuesSchema,
	noteLabel,
	patchOf,
	ticketOf,
	USUAL_FIELDS,
} from "./new-kind-values.ts";
import { WhatFields } from "./what-fields.tsx";

const DRAFT_OF = { initial: EMPTY_KIND_VALUES, schema: newKindValuesSchema };

/** The form of a new ticket of a kind that the desk has added: its lifecycle says what is asked. */
export function NewKindForm({ kind }: { readonly kind: TicketKind }) {
	const draftKey = `new:${kind}`;
	const draft = useFormDraft(draftKey, DRAFT_OF);
	const attached = useChosenFiles(draftKey);
	const { roles } = useMyself();
	const [, navigate] = useLocation();
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const [isSaving, setIsSaving] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const { values } = draft;
	const ticket = ticketOf(kind, values);
	const requirements = openingRequirements(ticket);
	const fields = fieldsToFill(kind, requirements, roles);
	const asked = noteAsked(requirements);

	function change(part: TicketPatch): void {
		draft.setValues({ ...values, fields: { ...values.fields, ...part } });
		// What is being mended is not called wrong any more.
		setErrors(Object.fromEntries(Object.entries(errors).filter(([path]) => !(path in part))));
	}
	function refuse(found: Readonly<Record<string, string>>): void {
		setErrors(found);
		focusFirstError(form.current);
	}
	async function save(): Promise<void> {
		if (isSaving || attached.keeping > 0) return;
		const missing = findMissing(ticket, values.note);
		if (Object.keys(missing).length > 0) return refuse(missing);
		setErrors({});
		setIsSaving(true);
		const note = asked && { note: { kind: asked, text: values.note.trim() } };
		const answer = await callWorker("create", {
			kind,
			set: patchOf(kind, values),
			...note,
			...(attached.files.length > 0 ? { attachmentIds: attached.files.map(({ id }) => id) } : {}),
		});
		setIsSaving(false);
		if (!answer.ok) return refuse({ [answer.error.path ?? "shortDescription"]: answer.error.message });
		draft.clear();
		attached.forget();
		await tellMade(answer.value.ticketId, ticketText.create.made(lifecycleOf(kind).label));
		navigate(`/tickets/${answer.value.ticketId}`);
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}

	const parts = { ticket, requirements, errors, change };
	return (
		<BesideForm
			kind={kind}
			text={ticket.shortDescription}
			teamId={ticket.teamId}
			onTeam={(teamId) => change({ teamId })}
		>
			<form ref={form} className={classes.form} noValidate onSubmit={handleSubmit} onKeyDown={submitByKey}>
				<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
				<FileDrop onFiles={attached.choose}>
					<div className={classes.form}>
						<WhatFields {...parts} />
					</div>
					<div className={classes.attach}>
						<AttachButton onChoose={attached.choose} />
						<span>{attachmentsText.attach}</span>
					</div>
					<ChosenFileList chosen={attached} />
				</FileDrop>
				<KindFields {...parts} fields={fields} values={values.fields} />
				<LevelFields values={ticket} errors={errors} change={change} />
				<div className={classes.pairs}>
					<RoutingFields
						values={ticket}
						errors={errors}
						change={change}
						isRequired={(field) => isNeeded(requirements, field)}
					/>
				</div>
				{asked ? (
					<Textarea
						label={noteLabel(asked)}
						withAsterisk
						autosize
						minRows={2}
						value={values.note}
						error={errors.note}
						onChange={(event) => draft.setValues({ ...values, note: event.currentTarget.value })}
					/>
				) : null}
				<Unplaced errors={errors} fields={fields} />
				<Group gap="xs">
					<Button type="submit" loading={isSaving}>
						{ticketText.create.create}
					</Button>
					<span className={classes.kept} role="status">
						{draft.isKept ? draftsText.kept : null}
					</span>
				</Group>
			</form>
		</BesideForm>
	);
}

interface UnplacedProps {
	readonly errors: Readonly<Record<string, string>>;
	readonly fields: readonly string[];
}

/** What was refused for something that this form has no field for. */
function Unplaced({ errors, fields }: UnplacedProps) {
	const message = Object.entries(errors).find(
		([path]) => !fields.includes(path) && !USUAL_FIELDS.has(path) && path !== "note",
	)?.[1];
	return message === undefined ? null : <ProblemNote refusal={{ code: "refused", message }} />;
}
