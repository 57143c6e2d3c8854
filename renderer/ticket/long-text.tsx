import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { LIMITS } from "../../shared/api/common.ts";
import { fieldValue, type TicketFieldName } from "../../shared/ticket/ticket.ts";
import { type Draft, DraftBegun, DraftNote, useDraft } from "../drafts/index.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { saveEdit } from "./save-edit.ts";
import classes from "./ticket.module.css";
import { useEditReturn } from "./use-edit-return.ts";
import { describeEdit } from "./use-field-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly field: TicketFieldName;
	readonly canEdit: boolean;
	readonly addLabel: string;
	readonly editLabel: string;
}

/** A text of several lines, editable in place. */
export function LongText({ view, field, canEdit, addLabel, editLabel }: Props) {
	const { ticket } = view;
	const [isEditing, setIsEditing] = useState(false);
	const text = String(fieldValue(ticket, field) ?? "");
	const draft = useDraft(`ticket:${ticket.id}:${field}`, text);
	const { opener, left } = useEditReturn();
	function handleDone(): void {
		left();
		setIsEditing(false);
	}
	if (isEditing) return <TextForm view={view} field={field} draft={draft} onDone={handleDone} />;
	if (text === "" && !canEdit) return null;
	return (
		<div className={classes.description}>
			{text === "" ? null : <p className={classes.descriptionText}>{text}</p>}
			{canEdit ? (
				<>
					<DraftBegun draft={draft} field={field} onContinue={() => setIsEditing(true)} />
					<Button
						ref={opener}
						className={classes.quiet}
						variant="subtle"
						color="gray"
						size="compact-xs"
						onClick={() => setIsEditing(true)}
					>
						{text === "" ? addLabel : editLabel}
					</Button>
				</>
			) : null}
		</div>
	);
}

interface FormProps {
	readonly view: TicketView;
	readonly field: TicketFieldName;
	readonly draft: Draft;
	readonly onDone: () => void;
}

function TextForm({ view, field, draft, onDone }: FormProps) {
	const { ticket } = view;
	const [error, setError] = useState<string | null>(null);
	const { text } = draft;

	function close(): void {
		draft.clear();
		onDone();
	}
	async function save(): Promise<void> {
		if (text === String(fieldValue(ticket, field) ?? "")) return close();
		const undoLabel = describeEdit(ticket.number, field, null);
		const value = field === "description" || text.trim() !== "" ? text : null;
		const answer = await saveEdit(view, { set: { [field]: value }, undoLabel });
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
				aria-label={fieldName(field)}
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
