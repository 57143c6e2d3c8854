import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { PriorityMark, StateMark } from "../marks/index.ts";
import { Card, EmptyState, Page } from "../page/index.ts";
import { incidentText } from "../text/en/incident.ts";
import { ticketText } from "../text/en/ticket.ts";
import { NextUpdate } from "../ticket/index.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import classes from "./majors.module.css";

const text = incidentText.majors;

/** The major incidents that are not over, with when the next word of each is due, and what is proposed. */
export function MajorsPage() {
	const majors = useTopic("majors", null);
	return (
		<Page title={text.title}>
			{majors ? (
				<div className={classes.cards}>
					<Card title={text.accepted} isFlush>
						{majors.accepted.length > 0 ? (
							<Lines rows={majors.accepted} label={text.accepted} />
						) : (
							<EmptyState isCompact title={text.noneAccepted} hint={text.noneHint} />
						)}
					</Card>
					<Card title={text.proposed} isFlush>
						{majors.proposed.length > 0 ? (
							<Lines rows={majors.proposed} label={text.proposed} />
						) : (
							<EmptyState isCompact title={text.noneProposed} />
						)}
					</Card>
				</div>
			) : null}
		</Page>
	);
}

function Lines({ rows, label }: { readonly rows: readonly QueueRow[]; readonly label: string }) {
	return (
		<ul className={classes.lines} aria-label={label}>
			{rows.map((row) => (
				<MajorLine key={row.id} row={row} />
			))}
		</ul>
	);
}

function MajorLine({ row }: { readonly row: QueueRow }) {
	const view = useTopic("ticket", { key: row.id });
	const ticket = view?.ticket.id === row.id ? view.ticket : null;
	return (
		<li className={classes.line}>
			<p className={classes.head}>
				<PriorityMark priority={row.priority} isShort />
				<Link href={`/tickets/${row.number}`}>{row.number}</Link>
				<strong className={classes.title}>{row.shortDescription}</strong>
				<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} />
			</p>
			<div className={classes.about}>
				<span className={classes.dim}>
					{text.assignee}: {row.assigneeName ?? ticketText.nobody}
				</span>
				{ticket?.$majorState === 2 ? <NextUpdate ticket={ticket} isShort /> : null}
			</div>
			{ticket?.$businessImpact ? <p className={classes.impact}>{ticket.$businessImpact}</p> : null}
		</li>
	);
}
