import { IconCloudUp } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import type { MailMark } from "../../shared/api/mail.ts";
import type { Actor, HistoryEntry } from "../../shared/api/tickets.ts";
import { assertNever } from "../../shared/result.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import type { Note } from "../../shared/ticket/ticket.ts";
import { AttachmentList } from "../attachments/index.ts";
import { MailMarkLine } from "../mail-marks/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { QuotedText } from "../quoted-text/index.ts";
import { bulkText } from "../text/en/bulk.ts";
import { ruleName } from "../text/en/rules.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatExact, formatShort } from "../text/time.ts";
import { NOTE_ICONS } from "./composer.tsx";
import { type DescribedChange, describeChanges } from "./describe-changes.ts";
import classes from "./timeline.module.css";

/** Happened and recorded further apart than this, both are said. */
const NOTABLE_MS = 60_000;

interface Props {
	readonly entry: HistoryEntry;
	readonly kind: TicketKind;
	readonly names: Readonly<Record<string, string>>;
	readonly isPending: boolean;
	/** How much of its files the desk has, 0–1; absent where none are on their way. */
	readonly upload: number | undefined;
	/** What became of it by mail; absent where nothing did, or it is not known. */
	readonly mail: MailMark | undefined;
	/** Files that can be read without the desk. */
	readonly heldIds: ReadonlySet<string>;
	/** When the entry was made that this one takes back. */
	readonly undoneAt: number | undefined;
}

/** One entry: a line for changes; a card, with its audience, for what somebody wrote. */
export const TimelineEntry = memo(function TimelineEntry(props: Props) {
	const { entry, kind, names, isPending } = props;
	const files = entry.attachments ? (
		<AttachmentList attachments={entry.attachments} heldIds={props.heldIds} upload={props.upload} />
	) : null;
	const mark = props.mail ? <MailMarkLine mark={props.mail} /> : null;
	const changes = describeChanges(entry, { kind, names });
	const isOpening = entry.type === "created";
	if (changes.length === 0 && !entry.note && !isOpening) return null;
	return (
		<li className={classes.entry} data-note={entry.note?.kind} data-pending={isPending || undefined}>
			<span className={classes.dot} aria-hidden="true" />
			<div className={classes.content}>
				<p className={classes.line}>
					<span className={classes.who}>{actorName(entry.actor, names)}</span>{" "}
					<Act entry={entry} undoneAt={props.undoneAt} />
					{isOpening ? ticketText.timeline.opened : <Changes changes={changes} />}
					<Moment entry={entry} isPending={isPending} isByMail={props.mail?.direction === "in"} />
				</p>
				{entry.note ? (
					<NoteCard note={entry.note}>
						{files}
						{mark}
					</NoteCard>
				) : (
					<>
						{files}
						{mark}
					</>
				)}
			</div>
		</li>
	);
});

/** That it takes another back, or was made on many tickets at once. */
function Act({ entry, undoneAt }: Pick<Props, "entry" | "undoneAt">) {
	const said = [
		...(entry.undoes ? [bulkText.undoOf(undoneAt === undefined ? null : formatShort(undoneAt))] : []),
		...(entry.batchId ? [bulkText.atOnce] : []),
	];
	return said.length > 0 ? <span className={classes.act}>{said.join(", ")}: </span> : null;
}

function actorName(actor: Actor, names: Props["names"]): string {
	const name = actor.id === null ? undefined : names[actor.id];
	switch (actor.kind) {
		case "person":
			return name ?? ticketText.timeline.someone;
		case "rule":
			return ticketText.timeline.rule(name ?? ruleName(actor.id ?? ""));
		case "import":
			return name ?? ticketText.timeline.imported;
		case "system":
			return ticketText.timeline.system;
		default:
			return assertNever(actor.kind);
	}
}

function Changes({ changes }: { readonly changes: readonly DescribedChange[] }) {
	return changes.map((change, index) => (
		<span key={change.field}>
			{index > 0 ? ticketText.timeline.and : null}
			<span className={classes.field}>{change.label}</span> <ChangedValue change={change} />
		</span>
	));
}

function ChangedValue({ change }: { readonly change: DescribedChange }) {
	if (change.isText) return <span>{ticketText.timeline.text}</span>;
	return (
		<>
			{change.from === null ? null : (
				<>
					<s className={classes.from}>{change.from}</s>
					<span aria-hidden="true"> → </span>
					<span className="visually-hidden">{ticketText.timeline.arrow}</span>
				</>
			)}
			<span className={classes.to}>{change.to ?? ticketText.timeline.empty}</span>
		</>
	);
}

interface MomentProps {
	readonly entry: HistoryEntry;
	readonly isPending: boolean;
	readonly isByMail: boolean;
}

function Moment({ entry, isPending, isByMail }: MomentProps) {
	const isLate = !isPending && Math.abs(entry.recordedAt - entry.occurredAt) > NOTABLE_MS;
	// Only what a console sent can have been made offline; an import, a mail and a rule that looks back record later.
	const isOfConsole = entry.intentId !== null && entry.actor.kind === "person" && !isByMail;
	const recorded = !isOfConsole ? ticketText.timeline.recorded : ticketText.timeline.madeOffline;
	return (
		<span className={classes.moment}>
			{" · "}
			<TimeAgo at={entry.occurredAt} hasClock />
			{isLate ? (
				<span title={formatExact(entry.recordedAt)}>
					{" · "}
					{recorded(formatShort(entry.recordedAt))}
				</span>
			) : null}
			{isPending ? (
				<span className={classes.pending}>
					{" · "}
					<IconCloudUp size={13} aria-hidden="true" /> {ticketText.timeline.pending}
				</span>
			) : null}
		</span>
	);
}

function NoteCard({ note, children }: { readonly note: Note; readonly children: ReactNode }) {
	const Icon = NOTE_ICONS[note.kind];
	const isComment = note.kind === "comment";
	return (
		<div className={classes.note} data-kind={note.kind}>
			<p className={classes.noteHead}>
				<Icon size={14} aria-hidden="true" />
				<strong>{isComment ? ticketText.timeline.comment : ticketText.timeline.workNote}</strong>
				<span>{isComment ? ticketText.timeline.visible : ticketText.timeline.internal}</span>
			</p>
			<div className={classes.noteText}>
				<QuotedText text={note.text} />
			</div>
			{children}
		</div>
	);
}
