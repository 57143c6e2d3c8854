import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import type { Intent } from "../../shared/api/intents.ts";
import { callWorker, useTopic } from "../data/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { syncText } from "../text/en/sync.ts";
import { useTitle } from "../title/index.ts";
import type { PendingIntent, SyncStatus } from "../worker/protocol.ts";
import { describeIntent } from "./describe-intent.ts";
import { describeSync } from "./describe-sync.ts";
import { DraftList } from "./draft-list.tsx";
import { exportUnsent } from "./export-unsent.ts";
import classes from "./sync.module.css";

/** Everything made here that the desk has not taken, what each waits for, and what can be done about it. */
export function SyncPage() {
	const status = useTopic("sync", null);
	const outbox = useTopic("outbox", null);
	useTitle(syncText.page.title);
	return (
		<div className={classes.page}>
			<h1 className={classes.title}>{syncText.page.title}</h1>
			{status ? <Standing status={status} /> : null}
			<Group gap="xs" mb="md">
				<Button onClick={() => void callWorker("reconnect")}>{syncText.page.reconnect}</Button>
				<Button variant="default" onClick={() => void exportUnsent()}>
					{syncText.page.exportUnsent}
				</Button>
			</Group>
			{outbox === undefined ? null : outbox.length === 0 ? (
				<p className={classes.dim}>
					{status?.state === "offline" ? syncText.page.emptyOffline : syncText.page.empty}
				</p>
			) : (
				<Outbox outbox={outbox} />
			)}
			<DraftList />
		</div>
	);
}

function Standing({ status }: { readonly status: SyncStatus }) {
	return (
		<p className={classes.standing}>
			<strong>{describeSync(status).text}</strong>
			<span className={classes.dim}>
				{status.heardAt === null ? syncText.page.neverHeard : <Heard at={status.heardAt} />}
			</span>
			<span className={classes.dim}>{syncText.page.storage[status.storage]}</span>
			<span className={classes.dim}>{status.isWriter ? syncText.page.writer : syncText.page.notWriter}</span>
			{status.problem === null ? null : <span className={classes.problem}>{status.problem}</span>}
		</p>
	);
}

function Heard({ at }: { readonly at: number }) {
	return (
		<>
			{syncText.page.heard} <TimeAgo at={at} />
		</>
	);
}

function Outbox({ outbox }: { readonly outbox: readonly PendingIntent[] }) {
	const { columns } = syncText.page;
	return (
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
				{outbox.map((pending) => (
					<OutboxRow key={pending.intent.id} pending={pending} />
				))}
			</tbody>
		</table>
	);
}

function OutboxRow({ pending }: { readonly pending: PendingIntent }) {
	const { intent, state, reason, attempts } = pending;
	return (
		<tr data-intent-state={state}>
			<td>
				<Link href={`/tickets/${intent.ticketId}`}>{pending.ticketNumber}</Link> {pending.shortDescription}
			</td>
			<td>{describeIntent(pending)}</td>
			<td>
				<span className={state === "needs-you" ? classes.problem : undefined}>{syncText.intent[state]}</span>
				{reason ? <span className={classes.dim}>: {reason.message}</span> : null}
				{attempts > 1 ? <span className={classes.dim}> ({syncText.page.attempts(attempts)})</span> : null}
			</td>
			<td>
				<TimeAgo at={pending.queuedAt} />
			</td>
			<td>
				<RowActions pending={pending} />
			</td>
		</tr>
	);
}

function RowActions({ pending }: { readonly pending: PendingIntent }) {
	const { id } = pending.intent;
	if (pending.conflict) {
		return (
			<Group gap={4} wrap="nowrap">
				<Button
					size="compact-xs"
					onClick={() => void callWorker("settleConflict", { intentId: id, keep: "mine" })}
				>
					{syncText.page.keepMine}
				</Button>
				<Button
					size="compact-xs"
					variant="default"
					onClick={() => void callWorker("settleConflict", { intentId: id, keep: "theirs" })}
				>
					{syncText.page.takeTheirs}
				</Button>
			</Group>
		);
	}
	return (
		<Group gap={4} wrap="nowrap">
			<Button size="compact-xs" variant="default" onClick={() => void callWorker("retryIntent", id)}>
				{syncText.page.retry}
			</Button>
			<Button size="compact-xs" variant="default" onClick={() => void discard(id)}>
				{syncText.page.discard}
			</Button>
		</Group>
	);
}

/** Nothing is thrown away for good at once: the message offers it back. */
async function discard(intentId: string): Promise<void> {
	const intent = await callWorker("discardIntent", intentId);
	if (intent === null) return;
	const id = notifications.show({
		autoClose: 15_000,
		message: <Discarded intent={intent} onUndone={() => notifications.hide(id)} />,
	});
}

function Discarded({ intent, onUndone }: { readonly intent: Intent; readonly onUndone: () => void }) {
	const [isUndone, setIsUndone] = useState(false);
	useEffect(() => {
		if (isUndone) onUndone();
	}, [isUndone, onUndone]);
	return (
		<Group justify="space-between">
			{syncText.page.discarded}
			<Button
				size="compact-xs"
				variant="subtle"
				onClick={() => {
					void callWorker("restoreIntent", intent);
					setIsUndone(true);
				}}
			>
				{syncText.page.undo}
			</Button>
		</Group>
	);
}
