import { Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { Choice, FieldDefinition } from "../../../shared/ticket/lifecycle.ts";
import type { DeclaredValue } from "../../../shared/ticket/ticket.ts";
import { fromLocalInput, toLocalInput } from "../../text/time.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import { PersonSelect } from "../person-select.tsx";
import { usePersonChoice } from "../use-person-choice.ts";
import { useStaffChoices } from "../use-staff-choices.ts";
import { TicketSelect } from "./ticket-select.tsx";

interface Props {
	readonly field: FieldDefinition;
	readonly value: DeclaredValue;
	readonly onChange: (value: DeclaredValue) => void;
	readonly error?: string | undefined;
	readonly isRequired?: boolean;
	/** Of the tickets that it may name; all without it. */
	readonly isOffered?: (row: QueueRow) => boolean;
	readonly "data-autofocus"?: boolean | undefined;
}

/** The input of a field that a kind declares, in a form. */
export function DeclaredInput({ field, value, onChange, error, isRequired = true, ...rest }: Props) {
	const { isOffered, ...focus } = rest;
	const common = { label: field.label, error, withAsterisk: isRequired, ...focus };
	const text = value === null ? "" : String(value);
	switch (field.type) {
		case "longText":
			return (
				<Textarea
					{...common}
					autosize
					minRows={3}
					maxRows={12}
					value={text}
					onChange={(event) => onChange(event.currentTarget.value)}
				/>
			);
		case "choice":
			return (
				<Select
					{...common}
					data={choicesOf(field.choices)}
					value={value === null ? null : text}
					searchable
					clearable={!isRequired}
					onChange={(chosen) => onChange(choiceOf(field.choices, chosen))}
				/>
			);
		case "flag":
			return (
				<Checkbox
					label={field.label}
					error={error}
					checked={value === 1}
					onChange={(event) => onChange(event.currentTarget.checked ? 1 : 0)}
				/>
			);
		case "number":
			return (
				<NumberInput
					{...common}
					value={typeof value === "number" ? value : ""}
					onChange={(number) => onChange(typeof number === "number" ? number : null)}
				/>
			);
		case "moment":
			return (
				<TextInput
					{...common}
					type="datetime-local"
					value={typeof value === "number" ? toLocalInput(value) : ""}
					onChange={(event) => onChange(fromLocalInput(event.currentTarget.value))}
				/>
			);
		case "person":
			return <NamedPerson {...common} value={value} onChange={onChange} />;
		case "team":
		case "ci":
			return <StaffSelect {...common} type={field.type} value={value} onChange={onChange} />;
		case "ticket":
			return (
				<TicketSelect
					{...common}
					{...(isOffered ? { isOffered } : {})}
					value={value === null ? null : text}
					onChange={onChange}
				/>
			);
		default:
			return <TextInput {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
	}
}

interface NamedProps {
	readonly label: string;
	readonly error: string | undefined;
	readonly withAsterisk: boolean;
	readonly value: DeclaredValue;
	readonly onChange: (value: DeclaredValue) => void;
}

function NamedPerson({ label, error, withAsterisk, value, onChange }: NamedProps) {
	const person = usePersonChoice(value === null ? null : String(value));
	return (
		<PersonSelect
			label={label}
			error={error}
			isRequired={withAsterisk}
			isClearable
			value={person}
			onChange={(chosen) => onChange(chosen?.id ?? null)}
		/>
	);
}

function StaffSelect({ type, ...props }: NamedProps & { readonly type: "team" | "ci" }) {
	const { teams, cis } = useStaffChoices(null);
	return (
		<Select
			{...props}
			data={type === "team" ? teams : cis}
			value={props.value === null ? null : String(props.value)}
			searchable
			clearable
			limit={60}
		/>
	);
}

/** Choices as a list takes them: as text. */
export function choicesOf(choices: readonly Choice[] = []) {
	return choices.map(({ value, label }) => ({ value: String(value), label }));
}

/** The value that stands behind a text. */
export function choiceOf(choices: readonly Choice[] = [], text: string | null): DeclaredValue {
	return choices.find(({ value }) => String(value) === text)?.value ?? null;
}
