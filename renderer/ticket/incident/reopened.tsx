import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { TimeAgo } from "../../marks/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { ruleName } from "../../text/en/rules.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import classes from "./incident.module.css";

interface Props extends Pick<TicketView, "history" | "names"> {
	readonly count: number;
}

/** How often a ticket was reopened; by whom and when last, as far as its history is known here. */
export function Reopened({ history, names, count }: Props) {
	const last = history.findLast((entry) => "reopenCount" in entry.changes);
	return (
		<>
			{count}
			{last ? (
				<span className={classes.dim}>
					, {incidentText.reopened(whoOf(last, names))} <TimeAgo at={last.occurredAt} />
				</span>
			) : null}
		</>
	);
}

function whoOf({ actor }: HistoryEntry, names: TicketView["names"]): string {
	const name = names[actor.id ?? ""];
	if (actor.kind !== "rule") return name ?? ticketText.timeline.someone;
	return ticketText.timeline.rule(name ?? ruleName(actor.id ?? ""));
}
