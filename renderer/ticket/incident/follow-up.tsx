import { TextInput } from "@mantine/core";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import { useNow } from "../../now/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { formatShort, fromLocalInput, toLocalInput } from "../../text/time.ts";
import quiet from "../quiet-field.module.css";
import classes from "./incident.module.css";

interface Props {
	readonly at: EpochMs;
	readonly canEdit: boolean;
	readonly onChange: (at: EpochMs | null) => void;
}

/** When somebody looks again: put off in place; past that it says so. */
export function FollowUp({ at, canEdit, onChange }: Props) {
	const now = useNow("minute");
	const isPast = at <= now;
	return (
		<>
			{canEdit ? (
				<TextInput
					classNames={{ root: quiet.wrapper, input: quiet.input }}
					type="datetime-local"
					aria-label={ticketText.fields.followUpAt}
					key={at}
					defaultValue={toLocalInput(at)}
					onBlur={(event) => {
						const typed = event.currentTarget.value;
						if (typed !== toLocalInput(at)) onChange(fromLocalInput(typed));
					}}
					onKeyDown={(event) => {
						if (event.key === "Enter") event.currentTarget.blur();
					}}
				/>
			) : (
				formatShort(at)
			)}
			{isPast ? <p className={classes.late}>{incidentText.followUpDue}</p> : null}
		</>
	);
}
