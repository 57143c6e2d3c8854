import { Button, Group } from "@mantine/core";
import { callWorker, useTopic } from "../data/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { syncText } from "../text/en/sync.ts";
import { useTitle } from "../title/index.ts";
import type { SyncStatus } from "../worker/protocol.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import { describeSync } from "./describe-sync.ts";
import { DraftList } from "./draft-list.tsx";
import { exportUnsent } from "./export-unsent.ts";
import { HappenedList } from "./happened-list.tsx";
import { NeedsYouList } from "./needs-you-list.tsx";
import classes from "./sync.module.css";
import { useIsPersisted } from "./use-is-persisted.ts";
import { WaitingTable } from "./waiting-table.tsx";

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
			{outbox === undefined ? null : <Outbox outbox={outbox} isOffline={status?.state === "offline"} />}
			<DraftList />
			{status ? <HappenedList happenings={status.happenings} /> : null}
		</div>
	);
}

interface OutboxProps {
	readonly outbox: readonly PendingIntent[];
	readonly isOffline: boolean;
}

function Outbox({ outbox, isOffline }: OutboxProps) {
	const { empty, emptyOffline } = syncText.page;
	if (outbox.length === 0) return <p className={classes.dim}>{isOffline ? emptyOffline : empty}</p>;
	const needing = outbox.filter(({ state }) => state === "needs-you");
	const waiting = outbox.filter(({ state }) => state !== "needs-you");
	return (
		<>
			{needing.length === 0 ? null : <NeedsYouList needing={needing} />}
			{waiting.length === 0 ? null : <WaitingTable waiting={waiting} />}
		</>
	);
}

function Standing({ status }: { readonly status: SyncStatus }) {
	return (
		<p className={classes.standing}>
			<strong>{describeSync(status).text}</strong>
			<span className={classes.dim}>
				{status.heardAt === null ? syncText.page.neverHeard : <Heard at={status.heardAt} />}
			</span>
			<span className={classes.dim}>
				<Keeping storage={status.storage} />
			</span>
			<span className={classes.dim}>{status.isWriter ? syncText.page.writer : syncText.page.notWriter}</span>
			{status.problem === null ? null : <span className={classes.problem}>{status.problem}</span>}
		</p>
	);
}

function Keeping({ storage }: Pick<SyncStatus, "storage">) {
	const isPersisted = useIsPersisted();
	const { memory, persisted, notPersisted } = syncText.page.storage;
	if (storage === "memory") return memory;
	return isPersisted ? persisted : notPersisted;
}

function Heard({ at }: { readonly at: number }) {
	return (
		<>
			{syncText.page.heard} <TimeAgo at={at} />
		</>
	);
}
