import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { readTags, writeTags } from "../../../shared/ticket/parts/tags.ts";
import { tagsText } from "../../text/en/tags.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveEdit } from "../save-edit.ts";
import { TagsField } from "./tags-input.tsx";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

/** Tags put on and taken off by typing. */
export function TagsDialog({ view, onClose }: Props) {
	const { ticket } = view;
	const [tags, setTags] = useState(readTags(ticket[TAGS]));
	const [error, setError] = useState<string | null>(null);

	async function save(): Promise<void> {
		const next = writeTags(tags);
		if (next === (ticket[TAGS] ?? null)) return onClose();
		const answer = await saveEdit(view, { set: { [TAGS]: next }, undoLabel: tagsText.saved(ticket.number) });
		if (answer.ok) onClose();
		else setError(answer.error.message);
	}
	return (
		<Modal opened onClose={onClose} title={ticketText.move.title(ticket.number, tagsText.dialog)} size="md">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<Stack gap="sm">
					<TagsField
						isFocused
						label={tagsText.label}
						description={tagsText.hint}
						value={tags}
						onChange={setTags}
						onDone={() => void save()}
					/>
					{error === null ? null : <p role="alert">{error}</p>}
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{ticketText.move.cancel}
						</Button>
						<Button type="submit">{tagsText.save}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
