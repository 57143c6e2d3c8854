import { ActionIcon, Button } from "@mantine/core";
import { IconMessage2Bolt } from "@tabler/icons-react";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import { AttachButton, type ChosenFiles } from "../attachments/index.ts";
import { type Draft, DraftNote } from "../drafts/index.ts";
import { keysOf } from "../keys/index.ts";
import { repliesText } from "../text/en/replies.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./composer.module.css";

interface FootProps {
	readonly mode: NoteKind;
	readonly drafts: Readonly<Record<NoteKind, Draft>>;
	readonly files: Readonly<Record<NoteKind, ChosenFiles>>;
	readonly canSend: boolean;
	readonly isSending: boolean;
	readonly onPick: () => void;
	readonly onSend: () => void;
}

/** What is below the text: files, replies, who will read it, and the button. */
export function ComposerFoot({ mode, drafts, files, canSend, isSending, onPick, onSend }: FootProps) {
	const draft = drafts[mode];
	const otherMode = mode === "comment" ? "workNote" : "comment";
	const other = drafts[otherMode];
	// Files keep the audience they were chosen for.
	const canMove = draft.text === "" && other.text.trim() !== "" && files[otherMode].files.length === 0;

	function moveHere(): void {
		draft.setText(other.text);
		other.clear();
	}
	return (
		<div className={classes.foot}>
			<AttachButton onChoose={files[mode].choose} />
			<ActionIcon
				variant="subtle"
				color="gray"
				aria-label={repliesText.picker}
				data-hint={`${repliesText.picker} ${keysOf("insertReply")}`}
				data-hint-side="start"
				onClick={onPick}
			>
				<IconMessage2Bolt size={16} aria-hidden="true" />
			</ActionIcon>
			<span className={classes.audience}>{ticketText.composer.audience[mode]}</span>
			<DraftNote draft={draft} />
			{canMove ? (
				<button type="button" className={classes.link} onClick={moveHere}>
					{ticketText.composer.moveHere[mode]}
				</button>
			) : null}
			<span className={classes.hint}>{ticketText.composer.hint}</span>
			<Button
				className={classes.send}
				data-kind={mode}
				disabled={!canSend}
				loading={isSending}
				onClick={onSend}
			>
				{ticketText.composer.send[mode]}
			</Button>
		</div>
	);
}
