import { Textarea } from "@mantine/core";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketMove } from "./ticket-moves.ts";

interface NoteFieldProps {
	readonly move: TicketMove;
	readonly isComment: boolean;
	readonly isNeeded: boolean;
	readonly isFirst: boolean;
	readonly text: string;
	readonly error: string | undefined;
	readonly onChange: (text: string) => void;
}

/** The note that comes with a move: to the caller where the move asks for that, else internal. */
export function NoteField({ move, isComment, isNeeded, isFirst, text, error, onChange }: NoteFieldProps) {
	const label = isComment ? ticketText.move.comment : noteLabel(move);
	return (
		<Textarea
			label={isNeeded ? label : `${label} (${ticketText.move.optional})`}
			description={isComment ? ticketText.move.commentNeeded : ticketText.timeline.internal}
			withAsterisk={isNeeded}
			autosize
			minRows={2}
			value={text}
			error={error}
			data-autofocus={isFirst || undefined}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}

function noteLabel({ meaning }: TicketMove): string {
	if (meaning === "cancel") return ticketText.move.cancelReason;
	return meaning === "reopen" ? ticketText.move.reopenReason : ticketText.move.workNote;
}
