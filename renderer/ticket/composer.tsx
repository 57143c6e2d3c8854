import { Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconLock, IconMessageCircle } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LIMITS } from "../../shared/api/common.ts";
import { openFields } from "../../shared/reply/reply-fields.ts";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import { ChosenFileList, type ChosenFiles, FileDrop, useChosenFiles } from "../attachments/index.ts";
import { type Draft, useDraft } from "../drafts/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { ReplyPicker, replyValues } from "../replies/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";
import { repliesText } from "../text/en/replies.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import classes from "./composer.module.css";
import { ComposerFoot } from "./composer-foot.tsx";
import { leftAfterSending } from "./left-after-sending.ts";
import { saveEdit } from "./save-edit.ts";
import { useTicketUi } from "./ticket-ui-store.ts";
import { useMyself } from "./use-myself.ts";

const MODES: readonly NoteKind[] = ["comment", "workNote"];
export const NOTE_ICONS = { comment: IconMessageCircle, workNote: IconLock } as const;

/**
 * Where comments and work notes are written. The two modes have texts of their own, another colour,
 * another icon and another button, so that nothing internal is sent to a caller by mistake.
 */
export function Composer({ view }: { readonly view: TicketView }) {
	const ticketId = view.ticket.id;
	const drafts: Readonly<Record<NoteKind, Draft>> = {
		comment: useDraft(`ticket:${ticketId}:comment`),
		workNote: useDraft(`ticket:${ticketId}:workNote`),
	};
	const files: Readonly<Record<NoteKind, ChosenFiles>> = {
		comment: useChosenFiles(`ticket:${ticketId}:comment`),
		workNote: useChosenFiles(`ticket:${ticketId}:workNote`),
	};
	const [chosen, setMode] = useState<NoteKind | null>(null);
	const [error, setError] = useState<string | null>(null);
	const [isPicking, setIsPicking] = useState(false);
	const { person } = useMyself();
	const [sending, setSending] = useState<readonly NoteKind[]>([]);
	const field = useRef<HTMLTextAreaElement>(null);
	const isCommentBegun = drafts.comment.text !== "" || files.comment.files.length > 0;
	const mode = chosen ?? (isCommentBegun ? "comment" : "workNote");
	const draft = drafts[mode];
	const attached = files[mode];
	const isSending = sending.includes(mode);
	const typed = useRef(drafts);
	useEffect(() => {
		typed.current = drafts;
	});
	const canSend = (draft.text.trim() !== "" || attached.files.length > 0) && attached.keeping === 0;
	useWriteRequest(ticketId, (wanted) => {
		setMode(wanted);
		field.current?.focus();
	});

	useShortcuts({ insertReply: () => setIsPicking(true) });

	async function send(): Promise<void> {
		if (!canSend || isSending) return;
		const open = openFields(draft.text);
		if (open.length > 0) return setError(repliesText.open(open.map((name) => repliesText.fields[name])));
		const text = draft.text.trim() || attachmentsText.bareNote(attached.files.map(({ name }) => name));
		// The mode stays although its text goes.
		setMode(mode);
		const sent = draft.text;
		setSending((others) => [...others, mode]);
		const answer = await saveEdit(view, {
			set: {},
			note: { kind: mode, text },
			...(attached.files.length > 0 ? { attachmentIds: attached.files.map(({ id }) => id) } : {}),
		});
		setSending((all) => all.filter((other) => other !== mode));
		setError(answer.ok ? null : answer.error.message);
		if (!answer.ok) return;
		const left = leftAfterSending(sent, typed.current[mode].text);
		if (left === "") typed.current[mode].clear();
		else typed.current[mode].setText(left);
		attached.forget();
		notifications.show({
			message: mode === "comment" ? ticketText.actions.commented : ticketText.actions.noted,
			autoClose: 2_000,
		});
	}
	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
		else if (event.key === "/" && draft.text === "") setIsPicking(true);
		else if (event.key === "Escape") field.current?.blur();
		else return;
		event.preventDefault();
	}

	return (
		<section className={classes.composer} data-mode={mode} aria-label={ticketText.composer.label}>
			<ModeTabs mode={mode} onChoose={setMode} />
			<FileDrop onFiles={attached.choose}>
				<Textarea
					ref={field}
					value={draft.text}
					onChange={(event) => draft.setText(event.currentTarget.value)}
					onKeyDown={handleKeyDown}
					placeholder={ticketText.composer.placeholder[mode]}
					aria-label={ticketText.composer.mode[mode]}
					error={error}
					maxLength={LIMITS.note}
					classNames={{ input: classes.input }}
				/>
				<ChosenFileList chosen={attached} />
			</FileDrop>
			{isPicking ? (
				<ReplyPicker
					mode={mode}
					values={replyValues(view, person?.name ?? null)}
					onClose={() => setIsPicking(false)}
					onPick={(text) => {
						setIsPicking(false);
						setError(null);
						putAtCaret(field.current, text);
					}}
				/>
			) : null}
			<ComposerFoot
				mode={mode}
				drafts={drafts}
				files={files}
				canSend={canSend}
				isSending={isSending}
				onPick={() => setIsPicking(true)}
				onSend={() => void send()}
			/>
		</section>
	);
}

/** As if it were typed there: the field’s own Undo takes it out again. */
function putAtCaret(field: HTMLTextAreaElement | null, text: string): void {
	// The dialog gives the focus back a moment after it is gone.
	setTimeout(() => {
		field?.focus();
		// The only way that keeps the field’s undo history; browsers keep it for that.
		document.execCommand("insertText", false, text);
	}, 30);
}

/** Takes over a wish to write that a key or the palette made. */
function useWriteRequest(ticketId: string, onRequest: (mode: NoteKind) => void): void {
	const request = useTicketUi((state) => state.writeRequest);
	const takeWriteRequest = useTicketUi((state) => state.takeWriteRequest);
	const handler = useRef(onRequest);
	useEffect(() => {
		handler.current = onRequest;
	});
	useEffect(() => {
		if (request?.ticketId !== ticketId) return;
		takeWriteRequest();
		handler.current(request.mode);
	}, [request, ticketId, takeWriteRequest]);
}

interface ModeTabsProps {
	readonly mode: NoteKind;
	readonly onChoose: (mode: NoteKind) => void;
}

function ModeTabs({ mode, onChoose }: ModeTabsProps) {
	return (
		<fieldset className={classes.modes}>
			<legend className="visually-hidden">{ticketText.composer.label}</legend>
			{MODES.map((kind) => {
				const Icon = NOTE_ICONS[kind];
				return (
					<button
						key={kind}
						type="button"
						className={classes.mode}
						data-kind={kind}
						aria-pressed={kind === mode}
						onClick={() => onChoose(kind)}
					>
						<Icon size={14} aria-hidden="true" />
						{ticketText.composer.mode[kind]}
					</button>
				);
			})}
		</fieldset>
	);
}
