import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { PRIORITY_FIELDS } from "../../../shared/ticket/lifecycles/priority-fields.ts";
import { incidentText } from "../../text/en/incident.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { choiceOf, choicesOf } from "../declared/declared-input.tsx";
import { saveEdit } from "../save-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

const text = incidentText.priority;
const CHOICES = PRIORITY_FIELDS[0]?.choices ?? [];

/** A lead's own priority, and why. */
export function PriorityDialog({ view, onClose }: Props) {
	const { ticket } = view;
	const [choice, setChoice] = useState<string | null>(null);
	const [reason, setReason] = useState("");
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		const missing = {
			...(choice === null ? { $priorityOverride: text.choiceNeeded } : {}),
			...(reason.trim() === "" ? { $priorityReason: text.reasonNeeded } : {}),
		};
		setErrors(missing);
		if (Object.keys(missing).length > 0) return;
		const set = { $priorityOverride: choiceOf(CHOICES, choice), $priorityReason: reason.trim() };
		const answer = await saveEdit(view, { set, undoLabel: text.done(ticket.number) });
		if (answer.ok) onClose();
		else setErrors({ [answer.error.path ?? "$priorityReason"]: answer.error.message });
	}
	return (
		<Modal opened onClose={onClose} title={text.title(ticket.number)} size="sm">
			<form onSubmit={(event) => void save(event)} noValidate>
				<Stack gap="sm">
					<Select
						data-autofocus
						label={text.choice}
						withAsterisk
						data={choicesOf(CHOICES)}
						value={choice}
						onChange={setChoice}
						error={errors.$priorityOverride}
					/>
					<TextInput
						label={text.reason}
						withAsterisk
						value={reason}
						maxLength={200}
						onChange={(event) => setReason(event.currentTarget.value)}
						error={errors.$priorityReason}
					/>
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{ticketText.move.cancel}
						</Button>
						<Button type="submit">{text.save}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
