import { Link } from "wouter";
import { DueMark, PriorityMark, StateMark } from "../marks/index.ts";
import type { QueueRow } from "../worker/protocol.ts";
import classes from "./home.module.css";

/** A short list of tickets, each a link. */
export function TicketLines({ rows }: { readonly rows: readonly QueueRow[] }) {
	return (
		<ul className={classes.lines}>
			{rows.map((row) => (
				<li key={row.id} className={classes.ticket}>
					<PriorityMark priority={row.priority} isShort />
					<span className={classes.dim}>{row.number}</span>
					<Link href={`/tickets/${row.number}`} className={classes.lineTitle} title={row.shortDescription}>
						{row.shortDescription}
					</Link>
					<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} isShort />
					<span className={classes.due}>
						<DueMark
							dueAt={row.dueAt}
							isBreached={row.isBreached}
							isPaused={row.isClockPaused}
							isResponse={row.isResponseDue}
						/>
					</span>
				</li>
			))}
		</ul>
	);
}
