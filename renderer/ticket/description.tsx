import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { LIMITS } from "../../shared/api/common.ts";
import { type Draft, DraftBegun, DraftNote, useDraft } from "../drafts/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/protocol.ts";
import { saveEdit } from "./save-edit.ts";
import classes from "./ticket.module.css";
import { describeEdit } from "./use-field-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** The caller's own words, editable in place. */
export function Description({ view, canEdit }: Props) {
	const { ticket } = view;
	const [isEditing, setIsEditing] = useState(false);
	const draft = useDraft(`ticket:${ticket.id}:description`, ticket.description);
	const { description } = ticket;
	if (isEditing) return <DescriptionForm view={view} draft={draft} onDone={() => setIsEditing(false)} />;
	if (description === "" && !canEdit) return null;
	return (
		<div className={classes.description}>
			{description === "" ? null : <p className={classes.descriptionText}>{description}</p>}
			{canEdit ? (
				<>
					<DraftBegun draft={draft} field="description" onContinue={() => setIsEditing(true)} />
					<Button
						className={classes.quiet}
						variant="subtle"
						color="gray"
						size="compact-xs"
						onClick={() => setIsEditing(true)}
					>
						{description === "" ? ticketText.page.addDescription : ticketText.page.editDescription}
					</Button>
				</>
			) : null}
		</div>
	);
}

interface FormProps {
	readonly view: TicketView;
	readonly draft: Draft;
	readonly onDone: () => void;
}

function DescriptionForm({ view, draft, onDone }: FormProps) {
	const { ticket } = view;
	const [error, setError] = useState<string | null>(null);
	const { text } = draft;

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
			<DraftNote draft={draft} />
			<Group gap="xs" mt="xs">
				<Button onClick={() => void save()}>{ticketText.page.save}</Button>
				<Button variant="default" onClick={close}>
					{ticketText.page.discard}
				</Button>
			</Group>
		</div>
	);
}
