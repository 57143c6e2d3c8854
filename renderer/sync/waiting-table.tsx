import { Button, Group } from "@mantine/core";
import { discardIntent } from "../attention/index.ts";
import { callWorker } from "../data/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { syncText } from "../text/en/sync.ts";
import type { PendingIntent } from "../worker/protocol.ts";
import { describeIntent } from "./describe-intent.ts";
import { EditedTicket } from "./edited-ticket.tsx";
import classes from "./sync.module.css";

/** Edits on their way, oldest first: what each waits for. */
export function WaitingTable({ waiting }: { readonly waiting: readonly PendingIntent[] }) {
	const { columns } = syncText.page;
	return (
		<section className={classes.section} aria-labelledby="waiting-title">
			<h2 id="waiting-title" className={classes.subtitle}>
				{syncText.page.waiting} ({waiting.length})
			</h2>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">{columns.ticket}</th>
						<th scope="col">{columns.edit}</th>
						<th scope="col">{columns.state}</th>
						<th scope="col">{columns.since}</th>
						<th scope="col">{columns.actions}</th>
					</tr>
				</thead>
				<tbody>
					{waiting.map((pending) => (
						<WaitingRow key={pending.intent.id} pending={pending} />
					))}
				</tbody>
			</table>
		</section>
	);
}

function WaitingRow({ pending }: { readonly pending: PendingIntent }) {
	const { intent, state, reason, attempts } = pending;
	return (
		<tr data-intent-state={state}>
			<td>
				<EditedTicket pending={pending} />
			</td>
			<td>{describeIntent(pending)}</td>
			<td>
				{syncText.intent[state]}
				{reason ? <span className={classes.dim}>: {reason.message}</span> : null}
				{attempts > 1 ? <span className={classes.dim}> ({syncText.page.attempts(attempts)})</span> : null}
			</td>
			<td>
				<TimeAgo at={pending.queuedAt} />
			</td>
			<td>
				<Group gap={4} wrap="nowrap">
					<Button
						size="compact-xs"
						variant="default"
						onClick={() => void callWorker("retryIntent", intent.id)}
					>
						{syncText.page.retry}
					</Button>
					<Button size="compact-xs" variant="default" onClick={() => void discardIntent(intent.id)}>
						{syncText.page.discard}
					</Button>
				</Group>
			</td>
		</tr>
	);
}
