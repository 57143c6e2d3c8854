import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { changesText } from "../../text/en/changes.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveEdit } from "../save-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

const text = changesText.hold;

/** Puts a change on hold where it is; on hold is a flag with a reason, not a state. */
export function HoldDialog({ view, onClose }: Props) {
	const { ticket } = view;
	const [reason, setReason] = useState("");
	const [error, setError] = useState<string | null>(null);

	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		const set = { $isOnHold: 1, $holdText: reason.trim() === "" ? null : reason.trim() };
		const answer = await saveEdit(view, { set, undoLabel: text.done(ticket.number) });
		if (answer.ok) onClose();
		else setError(reason.trim() === "" ? text.needed : answer.error.message);
	}
	return (
		<Modal opened onClose={onClose} title={ticketText.move.title(ticket.number, text.put)} size="md">
			<form onSubmit={(event) => void handleSubmit(event)} noValidate>
				<Stack gap="sm">
					<TextInput
						data-autofocus
						label={text.reason}
						withAsterisk
						maxLength={200}
						value={reason}
						error={error}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{ticketText.move.cancel}
						</Button>
						<Button type="submit">{text.put}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
