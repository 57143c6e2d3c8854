import { Select, Textarea, TextInput } from "@mantine/core";
import { findField, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import {
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../shared/ticket/ticket.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import { fromLocalInput, toLocalInput } from "../text/time.ts";
import { choicesOf, DeclaredInput } from "./declared/declared-input.tsx";
import { offeredFor } from "./declared/offered-tickets.ts";
import { useStaffChoices } from "./use-staff-choices.ts";

type Staff = ReturnType<typeof useStaffChoices>;
const CHOICES_OF = {
	assigneeId: ({ assignees }: Staff) => assignees,
	teamId: ({ teams }: Staff) => teams,
	ciId: ({ cis }: Staff) => cis,
} as const;

interface AskedFieldProps {
	readonly field: TicketFieldName;
	readonly ticket: Pick<Ticket, "id" | "kind" | "teamId">;
	/** What the form has so far. */
	readonly values: TicketPatch;
	readonly error: string | undefined;
	/** It has the focus when its dialog opens. */
	readonly isFirst?: boolean;
	readonly onChange: (fields: TicketPatch) => void;
}

/** The input of one field that a state asks for, whether all kinds have it or only this one. */
export function AskedField({ field, ticket, values, error, isFirst = false, onChange }: AskedFieldProps) {
	const staff = useStaffChoices(ticket.teamId);
	const common = { error, "data-autofocus": isFirst || undefined };
	switch (field) {
		case "holdReason":
			return (
				<Select
					{...common}
					label={ticketText.move.holdReason}
					withAsterisk
					data={choicesOf(lifecycleOf(ticket.kind).holdReasons)}
					value={values.holdReason ? String(values.holdReason) : null}
					onChange={(value) => onChange({ holdReason: value === null ? null : Number(value) })}
				/>
			);
		case "followUpAt":
			return (
				<TextInput
					{...common}
					type="datetime-local"
					label={ticketText.move.followUpAt}
					withAsterisk
					value={values.followUpAt ? toLocalInput(values.followUpAt) : ""}
					onChange={(event) => onChange({ followUpAt: fromLocalInput(event.currentTarget.value) })}
				/>
			);
		case "closeCode":
			return (
				<Select
					{...common}
					label={ticketText.move.closeCode}
					withAsterisk
					data={choicesOf(lifecycleOf(ticket.kind).closeCodes)}
					value={values.closeCode ?? null}
					onChange={(closeCode) => onChange({ closeCode })}
					searchable
				/>
			);
		case "closeNotes":
			return (
				<Textarea
					{...common}
					label={ticketText.move.closeNotes}
					description={ticketText.move.closeNotesHint}
					withAsterisk
					autosize
					minRows={3}
					value={values.closeNotes ?? ""}
					onChange={(event) => onChange({ closeNotes: event.currentTarget.value })}
				/>
			);
		case "assigneeId":
		case "teamId":
		case "ciId":
			return (
				<Select
					{...common}
					label={ticketText.fields[field]}
					data={CHOICES_OF[field](staff)}
					value={values[field] ?? null}
					onChange={(value) => onChange({ [field]: value })}
					searchable
					limit={60}
				/>
			);
		default: {
			const declared = findField(ticket.kind, field);
			if (declared)
				return (
					<DeclaredInput
						{...common}
						field={declared}
						isOffered={offeredFor(ticket, field)}
						value={fieldValue(values, field) ?? null}
						onChange={(value) => onChange({ [field]: value })}
					/>
				);
			return (
				<TextInput
					{...common}
					label={fieldName(field)}
					withAsterisk
					value={String(values[field] ?? "")}
					onChange={(event) => onChange({ [field]: event.currentTarget.value })}
				/>
			);
		}
	}
}
