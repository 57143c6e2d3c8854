import { IconFlame } from "@tabler/icons-react";
import { isMajor } from "../../../shared/ticket/incident-rules.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { incidentText } from "../../text/en/incident.ts";
import classes from "./incident.module.css";

/** That an incident is a major one: icon and words. */
export function MajorMark({ ticket }: { readonly ticket: Ticket }) {
	if (!isMajor(ticket)) return null;
	return (
		<span className={classes.major}>
			<IconFlame size={14} aria-hidden="true" />
			{incidentText.major.title}
		</span>
	);
}
