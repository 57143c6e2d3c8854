import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import type { PlacedMail, UnmatchedMail } from "../../shared/api/mail.ts";
import { mailText } from "../text/en/mail.ts";
import { type PersonChoice, PersonSelect } from "../ticket/index.ts";
import { openFromMail } from "./mail-requests.ts";

const text = mailText.open;

interface Props {
	readonly mail: UnmatchedMail;
	readonly onClose: () => void;
	readonly onPlaced: (ticket: PlacedMail) => void;
}

/** Opens an incident from a message, for whoever has the trouble. */
export function OpenDialog({ mail, onClose, onPlaced }: Props) {
	const { senderId, senderName } = mail;
	const [caller, setCaller] = useState<PersonChoice | null>(
		senderId !== null && senderName !== null ? { id: senderId, name: senderName } : null,
	);
	const [error, setError] = useState<string | null>(null);

	async function open(): Promise<void> {
		if (!caller) return setError(text.callerNeeded);
		const answer = await openFromMail(mail.id, caller.id);
		if (answer.ok) onPlaced(answer.value);
		else setError(answer.error.message);
	}
	return (
		<Modal opened onClose={onClose} title={text.title}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void open();
				}}
			>
				<Stack gap="md">
					<PersonSelect
						label={text.caller}
						value={caller}
						onChange={setCaller}
						error={error}
						isRequired
						isFocusedFirst
					/>
					<Group>
						<Button type="submit">{text.confirm}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
