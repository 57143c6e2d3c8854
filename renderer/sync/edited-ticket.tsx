import { Link } from "wouter";
import { syncText } from "../text/en/sync.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import classes from "./sync.module.css";

/** Which ticket an edit is about. One that its person may no longer read has neither number nor words here. */
export function EditedTicket({ pending }: { readonly pending: PendingIntent }) {
	const { intent, ticketNumber, shortDescription } = pending;
	if (ticketNumber === "") return <span className={classes.dim}>{syncText.page.notHere}</span>;
	return (
		<>
			<Link href={`/tickets/${intent.ticketId}`}>{ticketNumber}</Link> {shortDescription}
		</>
	);
}
