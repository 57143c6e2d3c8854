import { Select, Textarea, TextInput } from "@mantine/core";
import { z } from "zod";
import { LIMITS } from "../../../shared/api/common.ts";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { useStaffChoices } from "../use-staff-choices.ts";

/** What every piece of work that is handed on says: what it is and who has it. */
export const workShape = {
	shortDescription: z.string(),
	description: z.string(),
	teamId: z.string().nullable(),
	assigneeId: z.string().nullable(),
};
export interface WorkValues {
	readonly shortDescription: string;
	readonly description: string;
	readonly teamId: string | null;
	readonly assigneeId: string | null;
}

interface Props {
	readonly titleLabel: string;
	readonly values: WorkValues;
	readonly errors: Readonly<Record<string, string>>;
	readonly onChange: (part: Partial<WorkValues>) => void;
}

/** The fields of it in a dialog. */
export function WorkFields({ titleLabel, values, errors, onChange }: Props) {
	const staff = useStaffChoices(values.teamId);
	const picking = { searchable: true, clearable: true, limit: 60 };
	return (
		<>
			<TextInput
				data-autofocus
				label={titleLabel}
				withAsterisk
				value={values.shortDescription}
				maxLength={LIMITS.shortDescription}
				error={errors.shortDescription}
				onChange={(event) => onChange({ shortDescription: event.currentTarget.value })}
				autoComplete="off"
			/>
			<Textarea
				label={ticketText.fields.description}
				autosize
				minRows={2}
				maxRows={8}
				value={values.description}
				maxLength={LIMITS.description}
				error={errors.description}
				onChange={(event) => onChange({ description: event.currentTarget.value })}
			/>
			<Select
				{...picking}
				label={ticketText.fields.teamId}
				data={staff.teams}
				value={values.teamId}
				error={errors.teamId}
				onChange={(teamId) => onChange({ teamId })}
			/>
			<Select
				{...picking}
				label={ticketText.fields.assigneeId}
				data={staff.assignees}
				value={values.assigneeId}
				error={errors.assigneeId}
				onChange={(assigneeId) => onChange({ assigneeId })}
			/>
		</>
	);
}

/** What of it a new ticket sets. */
export function workPatch({ shortDescription, description, teamId, assigneeId }: WorkValues): TicketPatch {
	return {
		shortDescription: shortDescription.trim(),
		...(description.trim() === "" ? {} : { description }),
		teamId,
		assigneeId,
	};
}
