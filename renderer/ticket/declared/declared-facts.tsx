import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { can } from "../../../shared/permission/permission.ts";
import { type FieldDefinition, findState, lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
import {
	type DeclaredValue,
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../shared/ticket/ticket.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { formatShort, fromLocalInput, toLocalInput } from "../../text/time.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import { Fact, Picker } from "../fact.tsx";
import { PersonSelect } from "../person-select.tsx";
import quiet from "../quiet-field.module.css";
import { QuietField } from "../quiet-field.tsx";
import { useMyself } from "../use-myself.ts";
import { usePersonChoice } from "../use-person-choice.ts";
import { useStaffChoices } from "../use-staff-choices.ts";
import { choiceOf, choicesOf } from "./declared-input.tsx";
import { offeredFor } from "./offered-tickets.ts";
import { TicketFact } from "./ticket-fact.tsx";

interface Props {
	readonly ticket: Ticket;
	readonly canEdit: boolean;
	readonly isShort: boolean;
	readonly errors: Readonly<Partial<Record<TicketFieldName, string>>>;
	readonly save: (field: TicketFieldName, set: TicketPatch) => void;
}

/** The fields that the ticket's kind declares, but for long texts; in short only what is filled. */
export function DeclaredFacts({ ticket, canEdit, isShort, errors, save }: Props) {
	const me = useMyself();
	const locked = findState(ticket.kind, ticket.state)?.locks ?? [];
	const fields = lifecycleOf(ticket.kind).fields.filter(
		({ name, type, isByRule = false, isShownApart = false }) => {
			if (type === "longText" || type === "answers" || type === "offer" || isShownApart) return false;
			return (fieldValue(ticket, name) ?? null) !== null || (!isShort && !isByRule);
		},
	);
	return fields.map((field) => {
		const mayEdit =
			canEdit &&
			!field.isByRule &&
			!locked.includes(field.name) &&
			(field.needs === undefined || can(me.roles, field.needs));
		return (
			<DeclaredFact
				key={field.name}
				field={field}
				value={fieldValue(ticket, field.name) ?? null}
				isOffered={offeredFor(ticket, field.name)}
				canEdit={mayEdit}
				error={errors[field.name]}
				onChange={(value) => save(field.name, { [field.name]: value })}
			/>
		);
	});
}

interface DeclaredFactProps {
	readonly field: FieldDefinition;
	readonly value: DeclaredValue;
	/** Of the tickets that one of them may name. */
	readonly isOffered: (row: QueueRow) => boolean;
	readonly canEdit: boolean;
	readonly error: string | undefined;
	readonly onChange: (value: DeclaredValue) => void;
}

function DeclaredFact(props: DeclaredFactProps) {
	const { field, error } = props;
	return (
		<Fact label={field.label} error={error}>
			<Value {...props} />
		</Fact>
	);
}

function Value({ field, value, isOffered, canEdit, onChange }: DeclaredFactProps) {
	const text = value === null ? null : String(value);
	switch (field.type) {
		case "choice":
			return (
				<QuietField
					label={field.label}
					value={field.choices?.find((choice) => choice.value === value)?.label ?? text}
					placeholder={ticketText.none}
					isDisabled={!canEdit}
				>
					{(entering) => (
						<Select
							{...entering}
							aria-label={field.label}
							data={choicesOf(field.choices)}
							value={text}
							clearable
							onChange={(chosen) => {
								if (chosen !== text) onChange(choiceOf(field.choices, chosen));
							}}
							comboboxProps={{ shadow: "md" }}
						/>
					)}
				</QuietField>
			);
		case "flag":
			return (
				<Checkbox
					aria-label={field.label}
					checked={value === 1}
					disabled={!canEdit}
					onChange={(event) => onChange(event.currentTarget.checked ? 1 : 0)}
				/>
			);
		case "moment":
			if (!canEdit) return typeof value === "number" ? formatShort(value) : ticketText.none;
			return (
				<TextInput
					classNames={{ root: quiet.wrapper, input: quiet.input }}
					type="datetime-local"
					aria-label={field.label}
					key={text}
					defaultValue={typeof value === "number" ? toLocalInput(value) : ""}
					onBlur={(event) => {
						const moment = fromLocalInput(event.currentTarget.value);
						if (moment !== value) onChange(moment);
					}}
				/>
			);
		case "number":
			return (
				<NumberInput
					classNames={{ root: quiet.wrapper, input: quiet.input }}
					aria-label={field.label}
					key={text}
					defaultValue={typeof value === "number" ? value : ""}
					disabled={!canEdit}
					hideControls
					onBlur={(event) => {
						const number = event.currentTarget.value === "" ? null : Number(event.currentTarget.value);
						if (number !== value) onChange(number);
					}}
				/>
			);
		case "person":
			return <PersonFact field={field} value={text} canEdit={canEdit} onChange={onChange} />;
		case "team":
		case "ci":
			return <StaffFact field={field} value={text} canEdit={canEdit} onChange={onChange} />;
		case "ticket":
			return (
				<TicketFact
					label={field.label}
					value={text}
					canEdit={canEdit}
					isOffered={isOffered}
					onChange={onChange}
				/>
			);
		default:
			return (
				<TextInput
					classNames={{ root: quiet.wrapper, input: quiet.input }}
					aria-label={field.label}
					key={text}
					defaultValue={text ?? ""}
					placeholder={ticketText.none}
					disabled={!canEdit}
					onBlur={(event) => {
						const typed = event.currentTarget.value.trim() || null;
						if (typed !== value) onChange(typed);
					}}
					onKeyDown={(event) => {
						if (event.key === "Enter") event.currentTarget.blur();
					}}
				/>
			);
	}
}

interface IdFactProps {
	readonly field: FieldDefinition;
	readonly value: string | null;
	readonly canEdit: boolean;
	readonly onChange: (value: string | null) => void;
}

function PersonFact({ field, value, canEdit, onChange }: IdFactProps) {
	const person = usePersonChoice(value);
	return (
		<QuietField
			label={field.label}
			value={person?.name ?? null}
			placeholder={ticketText.none}
			isDisabled={!canEdit}
		>
			{(entering) => (
				<PersonSelect
					ariaLabel={field.label}
					value={person}
					isClearable
					onChange={(chosen) => {
						if ((chosen?.id ?? null) !== value) onChange(chosen?.id ?? null);
					}}
					entering={entering}
				/>
			)}
		</QuietField>
	);
}

function StaffFact({ field, value, canEdit, onChange }: IdFactProps) {
	const choices = useStaffChoices(null);
	return (
		<Picker
			label={field.label}
			data={field.type === "team" ? choices.teams : choices.cis}
			value={value}
			name={choices.nameOf(value)}
			placeholder={ticketText.none}
			canEdit={canEdit}
			onChange={onChange}
		/>
	);
}
