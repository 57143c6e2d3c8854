import { Button, Group } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { withoutNumber } from "../../shared/ticket/without-number.ts";
import { GuardedButton, useMay } from "../access/index.ts";
import { callWorker } from "../data/index.ts";
import { offerBack } from "../page/index.ts";
import { bulkText } from "../text/en/bulk.ts";
import { formatNumber } from "../text/plural.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import { describeIntent } from "./describe-intent.ts";
import classes from "./sync.module.css";

interface Props {
	/** At least one. */
	readonly edits: readonly PendingIntent[];
	readonly onShowEach: () => void;
}

/** What of one act on many tickets needs a person: why, counted, and what can be done with all of it. */
export function NeedsYouGroup({ edits, onShowEach }: Props) {
	const may = useMay("ticket.edit");
	const ids = edits.map(({ intent }) => intent.id);
	const disputed = edits.filter(({ conflict }) => conflict).map(({ intent }) => intent.id);
	const refused = edits.filter(({ conflict }) => !conflict).map(({ intent }) => intent.id);
	const [first] = edits;
	const byReason = Map.groupBy(edits, reasonOf);

	async function discardAll(): Promise<void> {
		const intents = await callWorker("discardAll", ids);
		if (intents.length > 0)
			offerBack(bulkText.discardedAll(intents.length), () => callWorker("restoreAll", intents));
	}
	async function settleAll(keep: "mine" | "theirs"): Promise<void> {
		for (const intentId of disputed) await callWorker("settleConflict", { intentId, keep });
	}
	return (
		<section className={classes.group} aria-label={bulkText.groupTitle(edits.length)}>
			<p className={classes.cardTitle}>
				<IconAlertCircle size={16} aria-hidden="true" /> <strong>{bulkText.groupTitle(edits.length)}</strong>{" "}
				{first ? describeIntent(first) : null}
			</p>
			<ul>
				{[...byReason].map(([reason, own]) => (
					<li key={reason}>
						<strong>{formatNumber(own.length)}</strong> {reason}
					</li>
				))}
			</ul>
			<Group gap="xs">
				{refused.length > 0 ? (
					<GuardedButton access={may} onClick={() => void callWorker("retryAll", refused)}>
						{bulkText.retryAll(refused.length)}
					</GuardedButton>
				) : null}
				{disputed.length > 0 ? (
					<>
						<GuardedButton access={may} onClick={() => void settleAll("mine")}>
							{bulkText.mineOnAll(disputed.length)}
						</GuardedButton>
						<Button variant="default" onClick={() => void settleAll("theirs")}>
							{bulkText.theirsOnAll(disputed.length)}
						</Button>
					</>
				) : null}
				<Button variant="default" onClick={() => void discardAll()}>
					{bulkText.discardAll(edits.length)}
				</Button>
				<Button variant="subtle" onClick={onShowEach}>
					{bulkText.showEach}
				</Button>
			</Group>
		</section>
	);
}

function reasonOf({ conflict, reason, ticketNumber }: PendingIntent): string {
	if (conflict) return bulkText.inConflict;
	return withoutNumber(reason?.message ?? "", ticketNumber);
}
