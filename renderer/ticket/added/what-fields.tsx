import { Textarea, TextInput } from "@mantine/core";
import { LIMITS } from "../../../shared/api/common.ts";
import type { Requirement } from "../../../shared/ticket/lifecycle.ts";
import { isNeeded } from "../../../shared/ticket/opening-needs.ts";
import { parentKindsOf } from "../../../shared/ticket/relations.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { offeredFor } from "../declared/offered-tickets.ts";
import { TicketSelect } from "../declared/ticket-select.tsx";
import { PersonSelect } from "../person-select.tsx";
import { usePersonChoice } from "../use-person-choice.ts";

/** What each part of the form gets. */
export interface PartProps {
	/** As it would be opened by now. */
	readonly ticket: Ticket;
	readonly requirements: readonly Requirement[];
	/** By the name of the field. */
	readonly errors: Readonly<Record<string, string>>;
	readonly change: (part: TicketPatch) => void;
}

/** What it is, who has called for it, and what it is a piece of. */
export function WhatFields({ ticket, requirements, errors, change }: PartProps) {
	const caller = usePersonChoice(ticket.callerId);
	return (
		<>
			<TextInput
				autoFocus
				label={ticketText.fields.shortDescription}
				withAsterisk
				value={ticket.shortDescription}
				maxLength={LIMITS.shortDescription}
				error={errors.shortDescription}
				onChange={(event) => change({ shortDescription: event.currentTarget.value })}
				autoComplete="off"
			/>
			<Textarea
				label={ticketText.fields.description}
				withAsterisk={isNeeded(requirements, "description")}
				value={ticket.description}
				maxLength={LIMITS.description}
				error={errors.description}
				autosize
				minRows={3}
				maxRows={14}
				onChange={(event) => change({ description: event.currentTarget.value })}
			/>
			<PersonSelect
				label={ticketText.fields.callerId}
				value={caller}
				onChange={(person) => change({ callerId: person?.id ?? null })}
				error={errors.callerId}
				isRequired={isNeeded(requirements, "callerId")}
				isClearable
			/>
			{parentKindsOf(ticket.kind).length === 0 ? null : (
				<TicketSelect
					label={ticketText.fields.parentId}
					value={ticket.parentId}
					onChange={(parentId) => change({ parentId })}
					error={errors.parentId}
					withAsterisk={isNeeded(requirements, "parentId")}
					isOffered={offeredFor(ticket, "parentId")}
				/>
			)}
		</>
	);
}
