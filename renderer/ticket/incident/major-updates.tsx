import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { TimeAgo } from "../../marks/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import classes from "./incident.module.css";

const text = incidentText.major;

/** What was sent about it, the newest first: every word that said when the next one is due. */
export function MajorUpdates({ view }: { readonly view: TicketView }) {
	const updates = view.history.filter(isUpdate).toReversed();
	return (
		<>
			<h3 className={classes.subTitle}>{text.updates}</h3>
			{updates.length === 0 ? <p className={classes.dim}>{text.noUpdates}</p> : null}
			<ul className={classes.lines}>
				{updates.map((entry) => (
					<li key={entry.id} className={classes.note}>
						<p className={classes.dim}>
							{view.names[entry.actor.id ?? ""] ?? ticketText.timeline.someone} ·{" "}
							<TimeAgo at={entry.occurredAt} />
							{entry.note?.kind === "workNote" ? ` · ${ticketText.timeline.internal}` : null}
						</p>
						<p>{entry.note?.text}</p>
					</li>
				))}
			</ul>
		</>
	);
}

function isUpdate({ note, changes }: HistoryEntry): boolean {
	return note !== null && "$nextUpdateAt" in changes;
}
