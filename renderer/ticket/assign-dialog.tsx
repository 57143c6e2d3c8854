import { Modal, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { saveEdit } from "./save-edit.ts";
import { describeEdit } from "./use-field-edit.ts";
import { useStaffChoices } from "./use-staff-choices.ts";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

/** Gives a ticket to somebody by typing a few letters of the name. */
export function AssignDialog({ view, onClose }: Props) {
	const { ticket } = view;
	const choices = useStaffChoices(ticket.teamId);
	const [error, setError] = useState<string | null>(null);

	async function assign(assigneeId: string | null): Promise<void> {
		if (assigneeId === ticket.assigneeId) return onClose();
		const undoLabel = describeEdit(ticket.number, "assigneeId", choices.nameOf(assigneeId));
		const answer = await saveEdit(view, { set: { assigneeId }, undoLabel });
		if (answer.ok) onClose();
		else setError(answer.error.message);
	}
	return (
		<Modal
			opened
			onClose={onClose}
			title={ticketText.move.title(ticket.number, ticketText.fields.assigneeId)}
			size="sm"
		>
			<Stack gap="sm">
				<Select
					data-autofocus
					label={ticketText.fields.assigneeId}
					placeholder={choices.nameOf(ticket.assigneeId) ?? ticketText.pick.person}
					data={choices.assignees}
					// Empty, so that the first letters typed find somebody; who has it now stands behind them.
					value={null}
					onChange={(value) => void assign(value)}
					searchable
					defaultDropdownOpened
					limit={60}
					nothingFoundMessage={ticketText.pick.nobodyFound}
					error={error}
				/>
			</Stack>
		</Modal>
	);
}
