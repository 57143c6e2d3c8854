import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { useNow } from "../../now/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { formatShort } from "../../text/time.ts";
import classes from "./incident.module.css";

const text = incidentText.major;

/** When the next word is due; what is overdue says so in words, too. */
export function NextUpdate({
	ticket,
	isShort = false,
}: {
	readonly ticket: Ticket;
	readonly isShort?: boolean;
}) {
	const now = useNow("minute");
	const at = ticket.$nextUpdateAt;
	const isOpen = ticket.resolvedAt === null;
	if (!isOpen) return null;
	if (typeof at !== "number") return <p className={classes.dim}>{text.noUpdate}</p>;
	const isLate = at < now;
	const when = isLate ? text.overdue(formatShort(at)) : text.due(formatShort(at));
	return (
		<p className={isLate ? classes.late : undefined} role={isShort ? undefined : "status"}>
			{text.nextUpdate} {when}
		</p>
	);
}
