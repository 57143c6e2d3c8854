import type { Note } from "../../shared/ticket/ticket.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./attention.module.css";

interface Props {
	readonly note: Note | undefined;
	readonly hint?: string;
}

/** The note of an edit, as it was typed. */
export function IntentNote({ note, hint }: Props) {
	if (!note) return null;
	return (
		<figure className={classes.note}>
			<figcaption className={classes.dim}>
				{ticketText.composer.mode[note.kind]}
				{hint === undefined ? null : `. ${hint}`}
			</figcaption>
			<blockquote>{note.text}</blockquote>
		</figure>
	);
}
