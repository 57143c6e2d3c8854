import { Button, Group } from "@mantine/core";
import { useRef } from "react";
import { discardIntent } from "../attention/index.ts";
import { callWorker } from "../data/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { syncText } from "../text/en/sync.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import { describeContent } from "./describe-content.ts";
import { describeIntent } from "./describe-intent.ts";
import { EditedTicket } from "./edited-ticket.tsx";
import classes from "./sync.module.css";

/** Edits on their way, oldest first: what each waits for. */
export function WaitingTable({ waiting }: { readonly waiting: readonly PendingIntent[] }) {
	const { columns } = syncText.page;
	const body = useRef<HTMLTableSectionElement>(null);

	/** The row goes, and with it the focus: it is handed on first, so that keys can go on. */
	function discard(pending: PendingIntent): void {
		const rows = Array.from(body.current?.rows ?? []);
		const at = waiting.indexOf(pending);
		const next = rows[at + 1] ?? rows[at - 1];
		next?.querySelector<HTMLElement>("button[data-discard]")?.focus();
		void discardIntent(pending.intent.id);
	}
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
				<tbody ref={body}>
					{waiting.map((pending) => (
						<WaitingRow key={pending.intent.id} pending={pending} onDiscard={() => discard(pending)} />
					))}
				</tbody>
			</table>
		</section>
	);
}

interface RowProps {
	readonly pending: PendingIntent;
	readonly onDiscard: () => void;
}

function WaitingRow({ pending, onDiscard }: RowProps) {
	const { intent, state, reason } = pending;
	const content = describeContent(pending);
	const name = `${pending.ticketNumber}: ${describeIntent(pending)}`;
	return (
		<tr data-intent-state={state}>
			<td>
				<EditedTicket pending={pending} />
			</td>
			<td>
				<span className={classes.content} title={content}>
					{content}
				</span>
			</td>
			<td>
				<Standing pending={pending} />
			</td>
			<td>
				<TimeAgo at={pending.queuedAt} />
			</td>
			<td>
				<Group gap={4} wrap="nowrap" justify="flex-end">
					{reason?.code === "behind_earlier" ? null : (
						<Button
							size="compact-xs"
							variant="default"
							aria-label={`${syncText.page.retry}: ${name}`}
							onClick={() => void callWorker("retryIntent", intent.id)}
						>
							{syncText.page.retry}
						</Button>
					)}
					<Button
						size="compact-xs"
						variant="default"
						data-discard
						aria-label={`${syncText.page.discard}: ${name}`}
						onClick={onDiscard}
					>
						{syncText.page.discard}
					</Button>
				</Group>
			</td>
		</tr>
	);
}

/** What it waits for, why, and how often it was tried. */
function Standing({ pending }: { readonly pending: PendingIntent }) {
	const { state, reason, attempts, upload } = pending;
	const isForFiles = upload !== undefined && reason === null;
	return (
		<>
			{isForFiles ? syncText.intent.files(Math.floor(upload * 100)) : syncText.intent[state]}
			{reason ? <span className={classes.dim}>: {reason.message}</span> : null}
			{attempts > 1 ? <span className={classes.dim}> ({syncText.page.attempts(attempts)})</span> : null}
		</>
	);
}
