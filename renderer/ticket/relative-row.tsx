import type { ReactNode } from "react";
import { Link } from "wouter";
import { isOpenState } from "../../shared/ticket/lifecycle.ts";
import { DueMark, KnownErrorMark, StateMark } from "../marks/index.ts";
import { relativesText } from "../text/en/relatives.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import classes from "./relatives.module.css";

interface Props {
	readonly row: QueueRow;
	/** What can be done with it, behind the link. */
	readonly action?: ReactNode;
}

/** One related ticket: a link with how it stands, who has it and when it is due. */
export function RelativeRow({ row, action = null }: Props) {
	const isOpen = isOpenState(row.kind, row.state);
	return (
		<li className={action ? classes.acted : undefined}>
			<Link
				className={classes.row}
				href={`/tickets/${row.number}`}
				title={row.shortDescription}
				data-over={!isOpen || undefined}
			>
				<span className={classes.number}>{row.number}</span>
				<span className={classes.title}>
					{row.isKnownError ? <KnownErrorMark isShort /> : null} {row.shortDescription}
				</span>
				<StateMark
					kind={row.kind}
					state={row.state}
					holdReason={row.holdReason}
					sourceState={row.sourceState}
				/>
				<span className={classes.who}>{row.assigneeName ?? row.teamName ?? relativesText.nobody}</span>
				<span className={classes.due}>
					{isOpen ? (
						<DueMark
							dueAt={row.dueAt}
							isBreached={row.isBreached}
							isPaused={row.isClockPaused}
							isResponse={row.isResponseDue}
						/>
					) : null}
				</span>
			</Link>
			{action}
		</li>
	);
}
