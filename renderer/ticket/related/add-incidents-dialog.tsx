import { ActionIcon, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { StateMark } from "../../marks/index.ts";
import { deskClock } from "../../now/index.ts";
import { problemsText } from "../../text/en/problems.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import { TicketSelect } from "../declared/ticket-select.tsx";
import { editMany } from "./edit-many.ts";
import { HoldChoice } from "./hold-choice.tsx";
import { canHold, linkPatch, nextDay } from "./hold-for-problem.ts";
import classes from "./related.module.css";
import { isOver } from "./related-actions.ts";
import type { RelatedDialogProps } from "./related-dialog.tsx";
import { RelatedForm } from "./related-form.tsx";

/** Makes incidents those of a problem: as many as are found one after the other. */
export function AddIncidentsForm({ view: { ticket }, relatives, onClose }: RelatedDialogProps) {
	const [chosen, setChosen] = useState<readonly QueueRow[]>([]);
	const [hold, setHold] = useState(() => ({
		isHold: true,
		followUpAt: nextDay(deskClock.now()) as number | null,
	}));
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const known = new Set([...(relatives?.caused ?? []), ...chosen].map(({ id }) => id));
	const holdable = chosen.filter(canHold).length;

	async function save(): Promise<boolean> {
		const isUndated = holdable > 0 && hold.isHold && hold.followUpAt === null;
		const missing = {
			...(chosen.length === 0 ? { incidents: problemsText.add.none } : {}),
			...(isUndated ? { followUpAt: problemsText.needed(ticketText.fields.followUpAt) } : {}),
		};
		setErrors(missing);
		if (Object.keys(missing).length > 0) return false;
		const followUpAt = hold.isHold ? hold.followUpAt : null;
		const edits = chosen.map((row) => ({ ticketId: row.id, set: linkPatch(row, ticket.id, followUpAt) }));
		const added = await editMany(edits);
		if (added > 0) notifications.show({ message: problemsText.add.added(added, ticket.number) });
		return true;
	}
	return (
		<RelatedForm saveLabel={problemsText.add.save(chosen.length)} onSave={save} onClose={onClose}>
			<ChosenIncidents rows={chosen} onRemove={(id) => setChosen(chosen.filter((row) => row.id !== id))} />
			<TicketSelect
				data-autofocus
				isForMany
				label={problemsText.add.find}
				value={null}
				error={errors.incidents}
				isOffered={(row) => row.kind === "incident" && !isOver(row) && !known.has(row.id)}
				onChange={(_, row) => {
					if (row) setChosen([...chosen, row]);
				}}
			/>
			{holdable > 0 ? (
				<HoldChoice
					{...hold}
					count={holdable}
					error={errors.followUpAt}
					onChange={(change) => setHold({ ...hold, ...change })}
				/>
			) : null}
		</RelatedForm>
	);
}

interface ChosenProps {
	readonly rows: readonly QueueRow[];
	readonly onRemove: (ticketId: string) => void;
}

function ChosenIncidents({ rows, onRemove }: ChosenProps) {
	if (rows.length === 0) return null;
	return (
		<ul className={classes.chosen} aria-label={problemsText.add.chosen}>
			{rows.map((row) => (
				<li key={row.id}>
					<Group gap="xs" wrap="nowrap">
						<strong>{row.number}</strong>
						<span className={classes.title}>{row.shortDescription}</span>
						<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} isShort />
						<ActionIcon
							className={classes.remove}
							aria-label={problemsText.add.remove(row.number)}
							onClick={() => onRemove(row.id)}
						>
							<IconX size={14} aria-hidden="true" />
						</ActionIcon>
					</Group>
				</li>
			))}
		</ul>
	);
}
