import { Link } from "wouter";
import { DueMark, FollowUpMark, PriorityMark, StateMark } from "../marks/index.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import classes from "./home.module.css";

interface Props {
	readonly rows: readonly QueueRow[];
	/** What each line ends with: its clock, or when it is to be looked at again. */
	readonly end?: "due" | "followUp";
	readonly label?: string;
}

/** A short list of tickets, each a link. */
export function TicketLines({ rows, end = "due", label }: Props) {
	return (
		<ul className={classes.lines} aria-label={label}>
			{rows.map((row) => (
				<li key={row.id} className={classes.ticket}>
					<PriorityMark priority={row.priority} isShort />
					<span className={classes.dim}>{row.number}</span>
					<Link href={`/tickets/${row.number}`} className={classes.lineTitle} title={row.shortDescription}>
						{row.shortDescription}
					</Link>
					<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} isShort />
					<span className={classes.due}>{end === "due" ? <Due row={row} /> : <Again row={row} />}</span>
				</li>
			))}
		</ul>
	);
}

function Due({ row }: { readonly row: QueueRow }) {
	return (
		<DueMark
			dueAt={row.dueAt}
			isBreached={row.isBreached}
			isPaused={row.isClockPaused}
			isResponse={row.isResponseDue}
		/>
	);
}

function Again({ row: { followUp } }: { readonly row: QueueRow }) {
	return followUp ? <FollowUpMark followUp={followUp} /> : null;
}
