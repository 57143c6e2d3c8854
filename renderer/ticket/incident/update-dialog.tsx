import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { DraftNote, useDraft } from "../../drafts/index.ts";
import { submitByKey } from "../../keys/index.ts";
import { deskClock } from "../../now/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { fieldName } from "../../text/en/ticket.ts";
import { fromLocalInput, toLocalInput } from "../../text/time.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveEdit } from "../save-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

const text = incidentText.major;
const HALF_HOUR_MS = 1_800_000;

/** Word of how a major incident stands, and when the next one comes. */
export function UpdateDialog({ view, onClose }: Props) {
	const { ticket } = view;
	const draft = useDraft(`ticket:${ticket.id}:update`, "");
	const [nextAt, setNextAt] = useState<number | null>(() => deskClock.now() + HALF_HOUR_MS);
	const [isInternal, setIsInternal] = useState(false);
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

	async function send(event: FormEvent): Promise<void> {
		event.preventDefault();
		const missing = {
			...(draft.text.trim() === "" ? { note: text.updateNeeded } : {}),
			...(nextAt === null ? { $nextUpdateAt: text.nextNeeded } : {}),
		};
		setErrors(missing);
		if (Object.keys(missing).length > 0) return;
		const kind = isInternal ? "workNote" : "comment";
		const answer = await saveEdit(view, {
			set: { $nextUpdateAt: nextAt },
			note: { kind, text: draft.text.trim() },
		});
		if (!answer.ok) return setErrors({ [answer.error.path ?? "note"]: answer.error.message });
		draft.clear();
		onClose();
	}
	return (
		<Modal opened onClose={onClose} title={text.updateTitle(ticket.number)} size="md">
			<form onSubmit={(event) => void send(event)} onKeyDown={submitByKey} noValidate>
				<Stack gap="sm">
					<Textarea
						data-autofocus
						label={text.updateText}
						description={isInternal ? text.updateInternal : text.updateHint}
						withAsterisk
						autosize
						minRows={3}
						value={draft.text}
						error={errors.note}
						onChange={(event) => draft.setText(event.currentTarget.value)}
					/>
					<DraftNote draft={draft} />
					<Checkbox
						label={text.isInternal}
						checked={isInternal}
						onChange={(event) => setIsInternal(event.currentTarget.checked)}
					/>
					<TextInput
						type="datetime-local"
						label={fieldName("$nextUpdateAt")}
						withAsterisk
						value={nextAt === null ? "" : toLocalInput(nextAt)}
						error={errors.$nextUpdateAt}
						onChange={(event) => setNextAt(fromLocalInput(event.currentTarget.value))}
					/>
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{text.back}
						</Button>
						<Button type="submit">{text.send}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
