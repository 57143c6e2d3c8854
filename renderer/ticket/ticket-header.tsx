import { TextInput } from "@mantine/core";
import { IconCloudUp } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { LIMITS } from "../../shared/api/common.ts";
import { pickNextDue } from "../../shared/sla/next-due.ts";
import { Asked } from "../approvals/index.ts";
import { DraftBegun, useDraft } from "../drafts/index.ts";
import { DueMark, KnownErrorMark, PastFollowUpMark, PriorityMark, StateMark } from "../marks/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatSpan } from "../text/time.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { MajorMark } from "./incident/major-mark.tsx";
import { Moves } from "./moves.tsx";
import { saveEdit } from "./save-edit.ts";
import { TicketTags } from "./tags/ticket-tags.tsx";
import classes from "./ticket.module.css";
import { useEditReturn } from "./use-edit-return.ts";
import { describeEdit } from "./use-field-edit.ts";

interface Props extends TitleProps {
	readonly canMove: boolean;
}

interface TitleProps {
	readonly view: TicketView;
	readonly canEdit: boolean;
	/** In the preview the page around it has the first heading. */
	readonly level: 1 | 2;
}

/** What a ticket is, how it stands, how long is left, and where it may go. */
export function TicketHeader({ view, canMove, canEdit, level }: Props) {
	const { ticket, row } = view;
	return (
		<header className={classes.header}>
			<Title key={ticket.id} view={view} canEdit={canEdit} level={level} />
			<div className={classes.standing}>
				<StateMark
					kind={ticket.kind}
					state={ticket.state}
					holdReason={ticket.holdReason}
					sourceState={ticket.sourceState}
				/>
				{ticket.holdReason === null ? null : (
					<span className={classes.dim}>{ticketText.holdReason(ticket.holdReason)}</span>
				)}
				<PriorityMark priority={ticket.priority} />
				{row.isKnownError ? <KnownErrorMark /> : null}
				<MajorMark ticket={ticket} />
				<ClockMark view={view} />
				<PastFollowUpMark followUp={row.followUp} />
				{ticket.reopenCount > 0 ? (
					<span className={classes.dim}>{ticketText.page.reopened(ticket.reopenCount)}</span>
				) : null}
				{row.pendingCount > 0 && !row.needsYou ? (
					<span className={classes.pending} role="status">
						<IconCloudUp size={14} aria-hidden="true" />
						{ticketText.waiting(row.pendingCount)}
					</span>
				) : null}
			</div>
			<TicketTags view={view} canEdit={canEdit} />
			{ticket.kind === "approval" ? (
				<Asked ticketId={ticket.id}>
					<Moves view={view} />
				</Asked>
			) : canMove ? (
				<Moves view={view} />
			) : (
				<p className={classes.dim}>{ticketText.page.readOnly}</p>
			)}
		</header>
	);
}

/** The clock that is due first, live while it runs, its result once it stopped. */
function ClockMark({ view: { clocks } }: { readonly view: TicketView }) {
	const clock = pickNextDue(clocks);
	// That somebody answered is nothing to judge the whole ticket by.
	if (!clock || (clock.stage === "completed" && clock.measure === "response")) return null;
	if (clock.stage === "completed") {
		const used = formatSpan(clock.elapsedMs);
		return (
			<span className={clock.isBreached ? classes.missed : classes.dim}>
				{clock.isBreached ? ticketText.missed(used) : ticketText.metInTime(used)}
			</span>
		);
	}
	if (clock.stage === "canceled") return null;
	return (
		<span
			className={classes.clock}
			title={ticketText.percentUsed(Math.round(clock.percent), formatSpan(clock.targetMs))}
		>
			<DueMark
				dueAt={clock.isBreached ? clock.breachedAt : clock.dueAt}
				isBreached={clock.isBreached}
				isPaused={clock.stage === "paused"}
				isResponse={clock.measure === "response"}
				beat="second"
			/>
		</span>
	);
}

function Title({ view, canEdit, level }: TitleProps) {
	const [isEditing, setIsEditing] = useState(false);
	const [error, setError] = useState<string | null>(null);
	const { ticket } = view;
	const draft = useDraft(`ticket:${ticket.id}:shortDescription`, ticket.shortDescription);
	const { opener, left } = useEditReturn();
	const Heading = level === 1 ? "h1" : "h2";

	function close(): void {
		draft.clear();
		left();
		setIsEditing(false);
	}
	async function save(): Promise<void> {
		const shortDescription = draft.text.trim();
		if (shortDescription === ticket.shortDescription || shortDescription === "") return close();
		const undoLabel = describeEdit(ticket.number, "shortDescription", null);
		const answer = await saveEdit(view, { set: { shortDescription }, undoLabel });
		setError(answer.ok ? null : answer.error.message);
		if (answer.ok) close();
	}
	function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		if (event.key === "Enter") void save();
		else if (event.key === "Escape") close();
		else return;
		event.preventDefault();
	}

	if (isEditing) {
		return (
			<TextInput
				autoFocus
				size="sm"
				value={draft.text}
				aria-label={ticketText.fields.shortDescription}
				maxLength={LIMITS.shortDescription}
				error={error}
				onChange={(event) => draft.setText(event.currentTarget.value)}
				onBlur={() => void save()}
				onKeyDown={handleKeyDown}
			/>
		);
	}
	return (
		<Heading className={classes.title}>
			{canEdit ? (
				<button
					ref={opener}
					type="button"
					className={classes.titleButton}
					title={ticketText.page.editTitle}
					onClick={() => setIsEditing(true)}
				>
					{ticket.shortDescription}
				</button>
			) : (
				ticket.shortDescription
			)}
			{canEdit ? (
				<DraftBegun draft={draft} field="shortDescription" onContinue={() => setIsEditing(true)} />
			) : null}
		</Heading>
	);
}
