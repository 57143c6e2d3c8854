import { IconAlertCircle, IconCloudUp } from "@tabler/icons-react";
import { KnownErrorMark, PastFollowUpMark } from "../marks/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import classes from "./queue.module.css";

/** A ticket's number as a link (its row follows it without loading the page anew), with a quiet mark while the desk lacks an edit. */
export function NumberCell({ row }: { readonly row: QueueRow }) {
	return (
		<>
			<a href={`/tickets/${row.number}`} className={classes.number} tabIndex={-1}>
				{row.number}
			</a>
			{row.isKnownError ? <KnownErrorMark isShort /> : null}
			<PastFollowUpMark followUp={row.followUp} isShort />
			<SyncMark row={row} />
		</>
	);
}

function SyncMark({ row }: { readonly row: QueueRow }) {
	if (row.needsYou) {
		return (
			<IconAlertCircle
				size={14}
				className={classes.needsYou}
				role="img"
				aria-label={ticketText.needsYouMark}
			/>
		);
	}
	if (row.pendingCount === 0) return null;
	return <IconCloudUp size={14} className={classes.pending} role="img" aria-label={ticketText.pendingMark} />;
}
