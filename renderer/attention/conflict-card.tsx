import { Button, Group } from "@mantine/core";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { useState } from "react";
import type { TicketFieldName } from "../../shared/ticket/ticket.ts";
import { callWorker } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { useNow } from "../now/index.ts";
import { attentionText } from "../text/en/attention.ts";
import { formatAgo } from "../text/time.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import classes from "./attention.module.css";
import { type Choices, ConflictTable } from "./conflict-table.tsx";
import { IntentNote } from "./intent-note.tsx";

interface Props {
	readonly pending: PendingIntent;
	readonly conflict: NonNullable<PendingIntent["conflict"]>;
	readonly hasKeys: boolean;
}

/** Both sides changed the same: shows what it was and what each made of it, and settles it field by field. */
export function ConflictCard({ pending, conflict, hasKeys }: Props) {
	const now = useNow("minute");
	const [choices, setChoices] = useState<Choices>({});
	const [at, setAt] = useState(0);
	const { fields, byName } = conflict;
	// Where both made the same of a field, there is nothing to choose.
	const disputed = fields.filter(({ mine, theirs }) => mine !== theirs);
	const isChosen = disputed.every(({ field }) => choices[field] !== undefined);
	const when = formatAgo(conflict.at, now);
	const rest = Object.keys(pending.intent.set).filter((name) => !fields.some(({ field }) => field === name));

	function settle(keep: "mine" | "theirs" | readonly TicketFieldName[]): void {
		void callWorker("settleConflict", { intentId: pending.intent.id, keep });
	}
	function settleAsChosen(): void {
		if (isChosen) settle(fields.map(({ field }) => field).filter((field) => choices[field] === "mine"));
	}
	/** A key chooses for the field at hand and goes on to the next. */
	function chooseHere(side: "mine" | "theirs"): void {
		const field = disputed[at]?.field;
		if (field === undefined) return;
		setChoices({ ...choices, [field]: side });
		setAt(Math.min(at + 1, disputed.length - 1));
		if (disputed.length === 1) settle(side);
	}
	useShortcuts(
		hasKeys
			? {
					keepMine: () => settle("mine"),
					takeTheirs: () => settle("theirs"),
					chooseMine: () => chooseHere("mine"),
					chooseTheirs: () => chooseHere("theirs"),
					settle: settleAsChosen,
				}
			: {},
	);
	return (
		<>
			<p className={classes.title} role="alert">
				<IconArrowsSplit2 size={16} aria-hidden="true" />
				<strong>{attentionText.title}.</strong>{" "}
				{byName === null ? attentionText.bySomeone(when) : attentionText.by(byName, when)}{" "}
				{attentionText.mineWas(formatAgo(pending.intent.occurredAt, now))}
			</p>
			<ConflictTable
				pending={pending}
				fields={fields}
				choices={choices}
				current={hasKeys && disputed.length > 1 ? (disputed[at]?.field ?? null) : null}
				onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
				onEnter={(entered) =>
					setAt(
						Math.max(
							0,
							disputed.findIndex(({ field }) => field === entered),
						),
					)
				}
			/>
			<IntentNote note={pending.intent.note} hint={attentionText.noteStays} />
			{rest.length === 0 ? null : <p className={classes.dim}>{attentionText.restStays(rest.length)}</p>}
			<Group gap="xs">
				<Button onClick={() => settle("mine")}>{attentionText.keepMine}</Button>
				<Button variant="default" onClick={() => settle("theirs")}>
					{attentionText.takeTheirs}
				</Button>
				{disputed.length > 1 ? (
					<Button variant="default" disabled={!isChosen} onClick={settleAsChosen}>
						{attentionText.settle}
					</Button>
				) : null}
			</Group>
		</>
	);
}
