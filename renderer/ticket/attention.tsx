import { Button, Group } from "@mantine/core";
import { IconAlertCircle, IconArrowsSplit2 } from "@tabler/icons-react";
import type { FieldConflict } from "../../shared/ticket/merge.ts";
import { callWorker } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { useNow } from "../now/index.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import { formatAgo } from "../text/time.ts";
import type { PendingIntent, TicketView } from "../worker/protocol.ts";
import { describeValue, type FieldValue } from "./describe-changes.ts";
import classes from "./ticket.module.css";

/** Edits of this ticket that wait for a person's word. */
export function Attention({ view }: { readonly view: TicketView }) {
	const needing = view.pending.filter(({ state }) => state === "needs-you");
	return needing.map((pending, index) => (
		<section key={pending.intent.id} className={classes.attention}>
			{pending.conflict ? (
				<Conflict view={view} pending={pending} conflict={pending.conflict} hasKeys={index === 0} />
			) : (
				<Refused pending={pending} />
			)}
		</section>
	));
}

interface ConflictProps {
	readonly view: TicketView;
	readonly pending: PendingIntent;
	readonly conflict: NonNullable<PendingIntent["conflict"]>;
	readonly hasKeys: boolean;
}

function Conflict({ view, pending, conflict, hasKeys }: ConflictProps) {
	const now = useNow("minute");
	const when = formatAgo(conflict.at, now);
	const settle = (keep: "mine" | "theirs") =>
		void callWorker("settleConflict", { intentId: pending.intent.id, keep });
	useShortcuts(hasKeys ? { keepMine: () => settle("mine"), takeTheirs: () => settle("theirs") } : {});
	return (
		<>
			<p className={classes.attentionTitle} role="alert">
				<IconArrowsSplit2 size={16} aria-hidden="true" />
				<strong>{ticketText.conflict.title}.</strong>{" "}
				{conflict.byName === null
					? ticketText.conflict.bySomeone(when)
					: ticketText.conflict.by(conflict.byName, when)}
			</p>
			<ConflictTable fields={conflict.fields} view={view} />
			<Group gap="xs">
				<Button onClick={() => settle("mine")}>{ticketText.conflict.keepMine}</Button>
				<Button variant="default" onClick={() => settle("theirs")}>
					{ticketText.conflict.takeTheirs}
				</Button>
			</Group>
		</>
	);
}

function ConflictTable(props: { readonly fields: readonly FieldConflict[]; readonly view: TicketView }) {
	const { names, ticket } = props.view;
	const say = (field: string, value: FieldValue) =>
		describeValue(field, value, { kind: ticket.kind, names }) ?? ticketText.timeline.empty;
	return (
		<table className={classes.conflict}>
			<thead>
				<tr>
					<th scope="col">{ticketText.conflict.field}</th>
					<th scope="col">{ticketText.conflict.base}</th>
					<th scope="col">{ticketText.conflict.mine}</th>
					<th scope="col">{ticketText.conflict.theirs}</th>
				</tr>
			</thead>
			<tbody>
				{props.fields.map(({ field, base, mine, theirs }) => (
					<tr key={field}>
						<th scope="row">{fieldName(field)}</th>
						<td>{say(field, base)}</td>
						<td>{say(field, mine)}</td>
						<td>{say(field, theirs)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Refused({ pending }: { readonly pending: PendingIntent }) {
	return (
		<>
			<p className={classes.attentionTitle} role="alert">
				<IconAlertCircle size={16} aria-hidden="true" />
				<strong>{ticketText.conflict.refusedTitle}.</strong> {pending.reason?.message}
			</p>
			{pending.intent.note ? <blockquote>{pending.intent.note.text}</blockquote> : null}
			<Group gap="xs">
				<Button onClick={() => void callWorker("retryIntent", pending.intent.id)}>
					{ticketText.conflict.retry}
				</Button>
				<Button variant="default" onClick={() => void callWorker("discardIntent", pending.intent.id)}>
					{ticketText.conflict.discard}
				</Button>
			</Group>
		</>
	);
}
