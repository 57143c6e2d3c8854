import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { LIMITS } from "../../shared/api/common.ts";
import { CLOSE_CODES } from "../../shared/ticket/lifecycles/incident.ts";
import { AttachButton, ChosenFileList, FileDrop, useChosenFiles } from "../attachments/index.ts";
import { callWorker, readTopic } from "../data/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { submitByKey } from "../keys/index.ts";
import { BesideForm } from "../similar/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";
import { draftsText } from "../text/en/drafts.ts";
import { ticketText } from "../text/en/ticket.ts";
import { focusFirstError } from "./focus-first-error.ts";
import { ImpactSuggestion } from "./impact-suggestion.tsx";
import { LevelFields } from "./level-fields.tsx";
import classes from "./new-ticket.module.css";
import {
	EMPTY_VALUES,
	findErrors,
	type NewTicketValues,
	newTicketValuesSchema,
	toPatch,
} from "./new-ticket-values.ts";
import { PersonSelect } from "./person-select.tsx";
import { RoutingFields } from "./routing-fields.tsx";

type Errors = Readonly<Record<string, string>>;
const DRAFT_OF = { initial: EMPTY_VALUES, schema: newTicketValuesSchema };

/** The kinds that this form takes down. */
export type PlainKind = "incident" | "problem";

/** The form of a new incident or problem; half filled it is kept until it is sent or thrown away. */
export function NewTicketForm({ kind }: { readonly kind: PlainKind }) {
	const draftKey = `new:${kind}`;
	const draft = useFormDraft(draftKey, DRAFT_OF);
	const attached = useChosenFiles(draftKey);
	const [, navigate] = useLocation();
	const [errors, setErrors] = useState<Errors>({});
	const [isSaving, setIsSaving] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const { values } = draft;
	const change = (part: Partial<NewTicketValues>) => draft.setValues({ ...values, ...part });

	async function save(asked: NewTicketValues): Promise<void> {
		const found = findErrors(asked, kind);
		setErrors(found);
		if (Object.keys(found).length > 0) return focusFirstError(form.current);
		setIsSaving(true);
		const answer = await callWorker("create", {
			kind,
			set: toPatch(asked),
			...(attached.files.length > 0 ? { attachmentIds: attached.files.map(({ id }) => id) } : {}),
		});
		setIsSaving(false);
		if (!answer.ok) return setErrors({ [answer.error.path ?? "shortDescription"]: answer.error.message });
		draft.clear();
		attached.forget();
		await tellCreated(answer.value.ticketId, asked.isResolved);
		navigate(`/tickets/${answer.value.ticketId}`);
	}
	function submit(isResolved: boolean): void {
		if (isSaving || attached.keeping > 0) return;
		// The first press shows what resolving asks for, the second does it.
		if (isResolved && !values.isResolved) change({ isResolved: true });
		else void save({ ...values, isResolved });
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		submit(values.isResolved);
	}

	const fieldProps = { values, errors, change };
	const isIncident = kind === "incident";
	return (
		<BesideForm
			kind={kind}
			text={values.shortDescription}
			teamId={values.teamId}
			onTeam={(teamId) => change({ teamId })}
		>
			<form ref={form} className={classes.form} noValidate onSubmit={handleSubmit} onKeyDown={submitByKey}>
				<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
				<FileDrop onFiles={attached.choose}>
					<div className={classes.form}>
						<What {...fieldProps} hasCaller={isIncident} />
					</div>
					<div className={classes.attach}>
						<AttachButton onChoose={attached.choose} />
						<span>{attachmentsText.attach}</span>
					</div>
					<ChosenFileList chosen={attached} />
				</FileDrop>
				<LevelFields {...fieldProps} />
				<div className={classes.pairs}>
					<RoutingFields {...fieldProps} />
				</div>
				<ImpactSuggestion subject={values} onTake={change} />
				{values.isResolved ? <Solved {...fieldProps} /> : null}
				<Group gap="xs">
					<Button
						variant={values.isResolved ? "default" : "filled"}
						loading={isSaving}
						onClick={() => submit(false)}
					>
						{ticketText.create.create}
					</Button>
					{isIncident ? (
						<Button
							variant={values.isResolved ? "filled" : "default"}
							loading={isSaving}
							onClick={() => submit(true)}
						>
							{ticketText.create.createAndResolve}
						</Button>
					) : null}
					<span className={classes.kept} role="status">
						{draft.isKept ? draftsText.kept : null}
					</span>
				</Group>
			</form>
		</BesideForm>
	);
}

async function tellCreated(ticketId: string, isResolved: boolean): Promise<void> {
	const view = await readTopic("ticket", { key: ticketId });
	const number = view?.ticket.number ?? "";
	const { created, createdResolved, open } = ticketText.create;
	notifications.show({
		message: (
			<>
				{isResolved ? createdResolved(number) : created(number)}{" "}
				<Link href={`/tickets/${ticketId}`}>{open}</Link>
			</>
		),
	});
}

interface FieldProps {
	readonly values: NewTicketValues;
	readonly errors: Errors;
	readonly change: (part: Partial<NewTicketValues>) => void;
}

function What({ values, errors, change, hasCaller }: FieldProps & { readonly hasCaller: boolean }) {
	return (
		<>
			{hasCaller ? (
				<PersonSelect
					label={ticketText.create.caller}
					value={values.caller}
					onChange={(caller) => change({ caller })}
					error={errors.callerId}
					isRequired
					isClearable
					isFocusedFirst
				/>
			) : null}
			<TextInput
				autoFocus={!hasCaller}
				label={ticketText.fields.shortDescription}
				withAsterisk
				value={values.shortDescription}
				maxLength={LIMITS.shortDescription}
				error={errors.shortDescription}
				onChange={(event) => change({ shortDescription: event.currentTarget.value })}
				autoComplete="off"
			/>
			<Textarea
				label={ticketText.fields.description}
				value={values.description}
				maxLength={LIMITS.description}
				error={errors.description}
				autosize
				minRows={4}
				maxRows={14}
				onChange={(event) => change({ description: event.currentTarget.value })}
			/>
		</>
	);
}

/** What resolving asks for, in the same form. */
function Solved({ values, errors, change }: FieldProps) {
	return (
		<fieldset className={classes.solved}>
			<legend>{ticketText.create.resolvedHint}</legend>
			<Select
				autoFocus
				label={ticketText.fields.closeCode}
				withAsterisk
				data={[...CLOSE_CODES]}
				value={values.closeCode}
				error={errors.closeCode}
				onChange={(closeCode) => change({ closeCode })}
				searchable
			/>
			<Textarea
				label={ticketText.fields.closeNotes}
				description={ticketText.move.closeNotesHint}
				withAsterisk
				value={values.closeNotes}
				error={errors.closeNotes}
				autosize
				minRows={3}
				onChange={(event) => change({ closeNotes: event.currentTarget.value })}
			/>
			<Button
				className={classes.notSolved}
				variant="subtle"
				color="gray"
				size="compact-xs"
				onClick={() => change({ isResolved: false, closeCode: null, closeNotes: "" })}
			>
				{ticketText.create.notSolved}
			</Button>
		</fieldset>
	);
}
