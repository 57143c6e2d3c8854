import { Button, Group } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { GuardedButton, useMay } from "../access/index.ts";
import { callWorker } from "../data/index.ts";
import { attentionText } from "../text/en/attention.ts";
import { fieldName } from "../text/en/ticket.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import classes from "./attention.module.css";
import { describeValue } from "./describe-value.ts";
import { discardIntent } from "./discard-intent.ts";
import { IntentNote } from "./intent-note.tsx";

/** The desk refused it: why, in words, and everything that was typed. */
export function RefusedCard({ pending }: { readonly pending: PendingIntent }) {
	const { intent, ticketKind, names, reason } = pending;
	const may = useMay(ticketKind === "approval" ? "approval.decide" : "ticket.edit");
	const fields = Object.entries(intent.set);
	return (
		<>
			<p className={classes.title} role="alert">
				<IconAlertCircle size={16} aria-hidden="true" />
				<strong>{attentionText.refusedTitle}.</strong> {reason?.message}
			</p>
			{fields.length === 0 ? null : (
				<dl className={classes.content}>
					{fields.map(([field, value]) => (
						<div key={field}>
							<dt>{fieldName(field)}</dt>
							<dd>
								{describeValue(field, value ?? null, { kind: ticketKind, names }) ?? attentionText.empty}
							</dd>
						</div>
					))}
				</dl>
			)}
			<IntentNote note={intent.note} />
			<Group gap="xs">
				<GuardedButton access={may} onClick={() => void callWorker("retryIntent", intent.id)}>
					{attentionText.retry}
				</GuardedButton>
				<Button variant="default" onClick={() => void discardIntent(intent.id)}>
					{attentionText.discard}
				</Button>
			</Group>
		</>
	);
}
