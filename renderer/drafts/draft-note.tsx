import type { TicketFieldName } from "../../shared/ticket/ticket.ts";
import { draftsText } from "../text/en/drafts.ts";
import { fieldName } from "../text/en/ticket.ts";
import classes from "./drafts.module.css";
import type { Draft } from "./use-draft.ts";

interface Props {
	readonly draft: Pick<Draft, "isRestored" | "other" | "takeOther" | "clear">;
	/** In place of "Discard the draft". */
	readonly discardLabel?: string;
}

/** Says that a text is from an earlier time, or that another window wrote here too. */
export function DraftNote({ draft, discardLabel = draftsText.discard }: Props) {
	return (
		<>
			{draft.isRestored ? (
				<span className={classes.note} role="status">
					{draftsText.restored}{" "}
					<button type="button" className={classes.link} onClick={draft.clear}>
						{discardLabel}
					</button>
				</span>
			) : null}
			{draft.other ? (
				<span className={classes.note} role="status">
					{draftsText.other}{" "}
					<button type="button" className={classes.link} onClick={draft.takeOther}>
						{draftsText.takeOther}
					</button>
				</span>
			) : null}
		</>
	);
}

interface BegunProps {
	readonly draft: Draft;
	readonly field: TicketFieldName;
	readonly onContinue: () => void;
}

/** Beside a value that is edited in place: somebody began to, and did not end. */
export function DraftBegun({ draft, field, onContinue }: BegunProps) {
	if (!draft.isRestored) return null;
	return (
		<span className={classes.note} role="status">
			{draftsText.begun(fieldName(field))}{" "}
			<button type="button" className={classes.link} onClick={onContinue}>
				{draftsText.continue}
			</button>
		</span>
	);
}
