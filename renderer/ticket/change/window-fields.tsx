import { TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { changesText } from "../../text/en/changes.ts";
import { formatShort, fromLocalInput, toLocalInput } from "../../text/time.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { useFieldEdit } from "../use-field-edit.ts";
import classes from "./change.module.css";
import { ConflictList } from "./conflict-list.tsx";
import { useConflicts } from "./use-conflicts.ts";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

const text = changesText.window;

/** When it is planned; as it is typed, what is in its way is said below. */
export function WindowFields({ view, canEdit }: Props) {
	const { ticket } = view;
	const saved = windowOf(ticket);
	// What is typed belongs to what was saved: when somebody else moves the window, theirs is shown.
	const key = `${ticket.id} ${saved.startAt} ${saved.endAt}`;
	return <Fields key={key} view={view} canEdit={canEdit} />;
}

function Fields({ view, canEdit }: Props) {
	const { ticket } = view;
	const saved = windowOf(ticket);
	const [typed, setTyped] = useState(saved);
	const fields = useRef<HTMLDivElement>(null);
	const { errors, save } = useFieldEdit(view);
	const { ciId, assigneeId } = ticket;
	const found = useConflicts({ ticketId: ticket.id, ciId, assigneeId, ...typed });

	function handleLeave(): void {
		const set: TicketPatch = {
			...(typed.startAt === saved.startAt ? {} : { $plannedStartAt: typed.startAt }),
			...(typed.endAt === saved.endAt ? {} : { $plannedEndAt: typed.endAt }),
		};
		if (Object.keys(set).length > 0) save("$plannedStartAt", set);
	}
	if (!canEdit) return <FixedWindow {...saved} found={found} />;
	return (
		<div className={classes.window}>
			<div ref={fields} className={classes.windowFields}>
				{(["startAt", "endAt"] as const).map((field) => (
					<TextInput
						key={field}
						type="datetime-local"
						label={text[field]}
						value={typed[field] === null ? undefined : toLocalInput(typed[field])}
						onChange={(event) => setTyped({ ...typed, [field]: fromLocalInput(event.currentTarget.value) })}
						onBlur={(event) => {
							// Both fields together: half of a new window is not a window.
							if (!fields.current?.contains(event.relatedTarget)) handleLeave();
						}}
						onKeyDown={(event) => {
							if (event.key === "Enter") handleLeave();
						}}
					/>
				))}
			</div>
			{errors.$plannedStartAt ? (
				<p className={classes.error} role="alert">
					{errors.$plannedStartAt}
				</p>
			) : null}
			<ConflictList found={found} />
		</div>
	);
}

function FixedWindow({
	startAt,
	endAt,
	found,
}: ReturnType<typeof windowOf> & { readonly found: ReturnType<typeof useConflicts> }) {
	if (startAt === null || endAt === null) return <p className={classes.dim}>{text.none}</p>;
	return (
		<>
			<p className={classes.windowText}>
				{text.label} {changesText.conflicts.window(formatShort(startAt), formatShort(endAt))}
			</p>
			<ConflictList found={found} />
		</>
	);
}

function windowOf({ $plannedStartAt, $plannedEndAt }: Ticket) {
	return {
		startAt: typeof $plannedStartAt === "number" ? $plannedStartAt : null,
		endAt: typeof $plannedEndAt === "number" ? $plannedEndAt : null,
	};
}
