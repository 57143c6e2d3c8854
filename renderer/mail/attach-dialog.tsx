import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AttachMail, PlacedMail, UnmatchedMail } from "../../shared/api/mail.ts";
import { mailText } from "../text/en/mail.ts";
import { attachMail } from "./mail-requests.ts";

const text = mailText.attach;

interface Props {
	readonly mail: UnmatchedMail;
	readonly onClose: () => void;
	readonly onPlaced: (ticket: PlacedMail) => void;
}

/** Puts a message on a ticket: in whose name, and whether the caller sees it, is said in words before it is done. */
export function AttachDialog({ mail, onClose, onPlaced }: Props) {
	const { senderName } = mail;
	const [ticket, setTicket] = useState(mail.suggestedNumber ?? "");
	// What is not surely the caller's is nobody's word until somebody says so.
	const [as, setAs] = useState<AttachMail["as"]>(senderName === null ? "workNote" : "sender");
	const [error, setError] = useState<string | null>(null);
	const ways: readonly (readonly [AttachMail["as"], string])[] = [
		...(senderName === null ? [] : [["sender", text.ways.sender(senderName)] as const]),
		["caller", text.ways.caller],
		["workNote", text.ways.workNote],
	];

	async function attach(): Promise<void> {
		const answer = await attachMail(mail.id, { ticket, as });
		if (answer.ok) onPlaced(answer.value);
		else setError(answer.error.message);
	}
	return (
		<Modal opened onClose={onClose} title={text.title}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void attach();
				}}
			>
				<Stack gap="md">
					<TextInput
						data-autofocus
						label={text.ticket}
						placeholder={text.ticketHint}
						value={ticket}
						onChange={(event) => setTicket(event.currentTarget.value)}
						error={error}
						required
					/>
					<Radio.Group label={text.as} value={as} onChange={(way) => setAs(way as AttachMail["as"])}>
						<Stack gap={6} mt={4}>
							{ways.map(([value, label]) => (
								<Radio key={value} value={value} label={label} />
							))}
						</Stack>
					</Radio.Group>
					<Group>
						<Button type="submit">{text.confirm}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
