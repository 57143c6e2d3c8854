import { useId } from "react";
import type { FieldConflict } from "../../shared/ticket/merge.ts";
import type { TicketFieldName } from "../../shared/ticket/ticket.ts";
import { attentionText } from "../text/en/attention.ts";
import { fieldName } from "../text/en/ticket.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import classes from "./attention.module.css";
import { describeValue } from "./describe-value.ts";

export type Side = "mine" | "theirs";
export type Choices = Readonly<Partial<Record<TicketFieldName, Side>>>;
const SIDES: readonly Side[] = ["mine", "theirs"];

interface Props {
	readonly pending: PendingIntent;
	readonly fields: readonly FieldConflict[];
	readonly choices: Choices;
	/** The field that keys choose for; `null` where keys mean another conflict, or there is no choice. */
	readonly current: TicketFieldName | null;
	readonly onChoose: (field: TicketFieldName, side: Side) => void;
	readonly onEnter: (field: TicketFieldName) => void;
}

/** What each field was and what each side made of it. Where there is more than one, each is chosen by itself. */
export function ConflictTable({ fields, ...props }: Props) {
	const disputed = fields.filter(({ mine, theirs }) => mine !== theirs);
	return (
		<table className={classes.table}>
			<thead>
				<tr>
					<th scope="col">{attentionText.field}</th>
					<th scope="col">{attentionText.base}</th>
					<th scope="col">{attentionText.mine}</th>
					<th scope="col">{attentionText.theirs}</th>
				</tr>
			</thead>
			<tbody>
				{fields.map((conflict) => (
					<ConflictRow
						key={conflict.field}
						{...props}
						conflict={conflict}
						isCurrent={props.current === conflict.field}
						isChoice={disputed.length > 1 && disputed.includes(conflict)}
						onEnter={() => props.onEnter(conflict.field)}
					/>
				))}
			</tbody>
		</table>
	);
}

interface RowProps extends Pick<Props, "pending" | "choices" | "onChoose"> {
	readonly conflict: FieldConflict;
	readonly isCurrent: boolean;
	readonly isChoice: boolean;
	readonly onEnter: () => void;
}

function ConflictRow({ pending, conflict, choices, isCurrent, isChoice, onChoose, onEnter }: RowProps) {
	const { field, base } = conflict;
	const name = useId();
	const wording = { kind: pending.ticketKind, names: pending.names };
	const say = (value: FieldConflict["base"]) => describeValue(field, value, wording) ?? attentionText.empty;
	return (
		<tr data-current={isCurrent || undefined} onFocus={onEnter}>
			<th scope="row">{fieldName(field)}</th>
			<td>{say(base)}</td>
			{SIDES.map((side) => (
				<td key={side} data-chosen={choices[field] === side || undefined}>
					{isChoice ? (
						<label className={classes.choice}>
							<input
								type="radio"
								name={name}
								aria-label={`${fieldName(field)}: ${attentionText[side]}, ${say(conflict[side])}`}
								checked={choices[field] === side}
								onChange={() => onChoose(field, side)}
							/>
							{say(conflict[side])}
						</label>
					) : (
						say(conflict[side])
					)}
				</td>
			))}
		</tr>
	);
}
