import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { stepsFrom } from "../../../shared/ticket/judge-steps.ts";
import { isFilled } from "../../../shared/ticket/judge-values.ts";
import { type FieldDefinition, type FieldStep, findField } from "../../../shared/ticket/lifecycle.ts";
import {
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../shared/ticket/ticket.ts";
import { submitByKey } from "../../keys/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { fieldName } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { DeclaredInput } from "../declared/declared-input.tsx";
import { saveEdit } from "../save-edit.ts";
import { useMyself } from "../use-myself.ts";
import { extraOfStep } from "./extra-of-step.ts";

interface Props {
	readonly view: TicketView;
	readonly field: string;
	readonly to: string | number;
	readonly onClose: () => void;
}

const text = incidentText.major;

/** Asks what a step of a field requires and offers, then takes it. */
export function StepDialog({ view, field: name, to, onClose }: Props) {
	const field = findField(view.ticket.kind, name);
	const step = field && stepsFrom(view.ticket, field).find((candidate) => candidate.to === to);
	if (!field || !step) return null;
	return (
		<Modal opened onClose={onClose} title={text.stepTitle(step.label, view.ticket.number)} size="md">
			<StepForm view={view} field={field} step={step} onClose={onClose} />
		</Modal>
	);
}

interface FormProps extends Pick<Props, "view" | "onClose"> {
	readonly field: FieldDefinition;
	readonly step: FieldStep;
}

function StepForm({ view, field, step, onClose }: FormProps) {
	const { ticket } = view;
	const me = useMyself();
	const required = (step.requires ?? []).flatMap(({ anyOf = [] }) => anyOf);
	const asked = [...new Set([...required, ...(step.offers ?? [])])];
	const isNoteNeeded = (step.requires ?? []).some(({ note }) => note !== undefined);
	const [values, setValues] = useState<TicketPatch>(() => valuesOf(ticket, asked));
	const [note, setNote] = useState("");
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		const missing = Object.fromEntries(
			required.filter((name) => !isFilled(values[name])).map((name) => [name, text.needed(fieldName(name))]),
		);
		if (isNoteNeeded && note.trim() === "") missing.note = text.needed(text.reason);
		setErrors(missing);
		if (Object.keys(missing).length > 0) return;
		const answer = await saveEdit(view, {
			set: { ...values, ...extraOfStep(field, step, me), [field.name]: step.to },
			...(note.trim() === "" ? {} : { note: { kind: "workNote", text: note.trim() } }),
		});
		if (answer.ok) onClose();
		else setErrors({ [answer.error.path ?? "note"]: answer.error.message });
	}
	return (
		<form onSubmit={(event) => void save(event)} onKeyDown={submitByKey} noValidate>
			<Stack gap="sm">
				{asked.map((name, index) => {
					const definition = findField(ticket.kind, name);
					return definition ? (
						<DeclaredInput
							key={name}
							field={definition}
							value={fieldValue(values, name) ?? null}
							isRequired={required.includes(name)}
							error={errors[name]}
							data-autofocus={index === 0 || undefined}
							onChange={(value) => setValues({ ...values, [name]: value })}
						/>
					) : null;
				})}
				<Textarea
					label={isNoteNeeded ? text.reason : `${text.reason} (${text.optional})`}
					withAsterisk={isNoteNeeded}
					autosize
					minRows={2}
					value={note}
					error={errors.note}
					data-autofocus={asked.length === 0 || undefined}
					onChange={(event) => setNote(event.currentTarget.value)}
				/>
				{errors[field.name] ? <p role="alert">{errors[field.name]}</p> : null}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{text.back}
					</Button>
					<Button type="submit">{step.label}</Button>
				</Group>
			</Stack>
		</form>
	);
}

function valuesOf(ticket: Ticket, fields: readonly TicketFieldName[]): TicketPatch {
	return Object.fromEntries(fields.map((field) => [field, fieldValue(ticket, field) ?? null]));
}
