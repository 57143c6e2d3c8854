import { Link } from "wouter";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { StateMark, TimeAgo } from "../marks/index.ts";
import { approvalsText as text } from "../text/en/approvals.ts";
import type { ApprovalRow, StageRow } from "../worker/topics/ticket-protocol.ts";
import classes from "./approvals.module.css";
import { AskedAbout } from "./asked-about.tsx";

/** What was asked about a ticket and what came of it; nothing where nobody was asked. */
export function Approvals({ ticket }: { readonly ticket: Pick<Ticket, "id" | "kind"> }) {
	const approvals = useTopic("approvals", { ticketId: ticket.id });
	if (!approvals) return null;
	return (
		<>
			{ticket.kind === "approval" ? <AskedAbout approvals={approvals} /> : null}
			<section aria-label={text.title} className={classes.section}>
				<h2 className={classes.title}>{text.title}</h2>
				<ol className={classes.stages}>
					{approvals.stages.map((stage) => (
						<Stage key={stage.stage} stage={stage} ownId={ticket.id} />
					))}
				</ol>
			</section>
		</>
	);
}

function Stage({ stage, ownId }: { readonly stage: StageRow; readonly ownId: string }) {
	return (
		<li className={classes.stage} data-verdict={stage.verdict} aria-label={text.stage(stage.name)}>
			<p className={classes.stageHead}>
				<strong>{stage.name}</strong>
				<span>{text.verdicts[stage.verdict]}</span>
				<span className={classes.dim}>
					{text.rules[stage.rule]} · {text.version(stage.version)}
				</span>
			</p>
			<ul className={classes.approvals}>
				{stage.approvals.map((approval) => (
					<Approval key={approval.id} approval={approval} isOwn={approval.id === ownId} />
				))}
			</ul>
		</li>
	);
}

function Approval({ approval, isOwn }: { readonly approval: ApprovalRow; readonly isOwn: boolean }) {
	const { number, state, assigneeName, decidedByName, decidedAt, reason } = approval;
	return (
		<li className={classes.approval}>
			<StateMark kind="approval" state={state} />
			<span>
				{assigneeName}
				{decidedByName === null ? null : (
					<span className={classes.dim}> ({text.standIn(decidedByName)})</span>
				)}
			</span>
			{decidedAt === null ? null : (
				<span className={classes.dim}>
					<TimeAgo at={decidedAt} />
				</span>
			)}
			{isOwn ? (
				<span className={classes.dim}>{number}</span>
			) : (
				<Link href={`/tickets/${number}`}>{number}</Link>
			)}
			{reason === null ? null : <p className={classes.reason}>{reason}</p>}
		</li>
	);
}
