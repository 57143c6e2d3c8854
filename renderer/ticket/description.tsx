import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { LIMITS } from "../../shared/api/common.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/protocol.ts";
import { saveEdit } from "./save-edit.ts";
import classes from "./ticket.module.css";
import { useDraft } from "./use-draft.ts";
import { describeEdit } from "./use-field-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** The caller's own words, editable in place. */
export function Description({ view, canEdit }: Props) {
	const [isEditing, setIsEditing] = useState(false);
	const { description } = view.ticket;
	if (isEditing) return <DescriptionForm view={view} onDone={() => setIsEditing(false)} />;
	if (description === "" && !canEdit) return null;
	return (
		<div className={classes.description}>
			{description === "" ? null : <p className={classes.descriptionText}>{description}</p>}
			{canEdit ? (
				<Button
					className={classes.quiet}
					variant="subtle"
					color="gray"
					size="compact-xs"
					onClick={() => setIsEditing(true)}
				>
					{description === "" ? ticketText.page.addDescription : ticketText.page.editDescription}
				</Button>
			) : null}
		</div>
	);
}

function DescriptionForm({ view, onDone }: { readonly view: TicketView; readonly onDone: () => void }) {
	const { ticket } = view;
	const draft = useDraft(`ticket:${ticket.id}:description`);
	const [error, setError] = useState<string | null>(null);
	const text = draft.text === "" ? ticket.description : draft.text;

	function close(): void {
		draft.clear();
		onDone();
	}
	async function save(): Promise<void> {
		if (text === ticket.description) return close();
		const undoLabel = describeEdit(ticket.number, "description", null);
		const answer = await saveEdit(view, { set: { description: text }, undoLabel });
		if (answer.ok) close();
		else setError(answer.error.message);
	}
	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
		else if (event.key === "Escape") close();
		else return;
		event.preventDefault();
	}
	return (
		<div className={classes.description}>
			<Textarea
				autoFocus
				autosize
				minRows={4}
				maxRows={16}
				value={text}
				maxLength={LIMITS.description}
				aria-label={ticketText.fields.description}
				error={error}
				onChange={(event) => draft.setText(event.currentTarget.value)}
				onKeyDown={handleKeyDown}
			/>
			<Group gap="xs" mt="xs">
				<Button onClick={() => void save()}>{ticketText.page.save}</Button>
				<Button variant="default" onClick={close}>
					{ticketText.page.discard}
				</Button>
			</Group>
		</div>
	);
}
