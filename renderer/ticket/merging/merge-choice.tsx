import { ActionIcon, Radio } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { PriorityMark, StateMark, TimeAgo } from "../../marks/index.ts";
import { mergingText as text } from "../../text/en/merging.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import classes from "./merging.module.css";

interface Props {
	readonly rows: readonly QueueRow[];
	readonly remainingId: string | null;
	/** Why one of the others can't be merged, by its id. */
	readonly reasons: ReadonlyMap<string, string>;
	readonly onChoose: (ticketId: string) => void;
	readonly onRemove: (ticketId: string) => void;
}

/** The incidents beside each other, one of which remains. */
export function MergeChoice({ rows, remainingId, reasons, onChoose, onRemove }: Props) {
	return (
		<Radio.Group label={text.remains} description={text.remainsHint} value={remainingId} onChange={onChoose}>
			<ul className={classes.choices}>
				{rows.map((row) => (
					<li key={row.id} className={classes.choice} data-remains={row.id === remainingId || undefined}>
						<Radio
							data-autofocus={(rows.length > 1 && row.id === remainingId) || undefined}
							value={row.id}
							label={
								<>
									<span className={classes.number}>{row.number}</span> {row.shortDescription}
								</>
							}
							description={<About row={row} />}
							error={reasonOf(row, remainingId, reasons)}
						/>
						{rows.length > 1 ? (
							<ActionIcon
								className={classes.remove}
								aria-label={text.remove(row.number)}
								onClick={() => onRemove(row.id)}
							>
								<IconX size={14} aria-hidden="true" />
							</ActionIcon>
						) : null}
					</li>
				))}
			</ul>
		</Radio.Group>
	);
}

function About({ row }: { readonly row: QueueRow }) {
	return (
		<span className={classes.about}>
			<PriorityMark priority={row.priority} isShort />
			<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} isShort />
			<span>{text.caller(row.callerName ?? text.nobody)}</span>
			<span>
				{text.opened} <TimeAgo at={row.openedAt} />
			</span>
		</span>
	);
}

function reasonOf(row: QueueRow, remainingId: string | null, reasons: Props["reasons"]): string | undefined {
	const reason = row.id === remainingId ? undefined : reasons.get(row.id);
	return reason === undefined ? undefined : text.refuses(reason);
}
