import { Button, Group, Modal, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { ticketPatchSchema } from "../../shared/api/tickets.ts";
import { saidBy } from "../../shared/ticket/conditions.ts";
import { requirementsOf } from "../../shared/ticket/judge.ts";
import { isFilled } from "../../shared/ticket/judge-values.ts";
import type { Note, TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { submitByKey } from "../keys/index.ts";
import { deskClock } from "../now/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { AskedField } from "./asked-field.tsx";
import { ResolveChildren } from "./incident/resolve-children.tsx";
import { useOpenChildren } from "./incident/use-open-children.ts";
import { NoteField } from "./move-note.tsx";
import { saveEdit } from "./save-edit.ts";
import { fieldsToAsk, noteNeeded, type TicketMove, ticketMoves } from "./ticket-moves.ts";

interface Props {
	readonly view: TicketView;
	/** Of `ticketMoves`. */
	readonly moveId: string;
	readonly onClose: () => void;
}

/** Asks what the lifecycle requires for a move, then makes it. */
export function MoveDialog({ view, moveId, onClose }: Props) {
	const move = ticketMoves(view.ticket).find((candidate) => candidate.id === moveId);
	if (!move) return null;
	return (
		<Modal opened onClose={onClose} title={ticketText.move.title(view.ticket.number, move.label)} size="md">
			<MoveForm view={view} move={move} onClose={onClose} />
		</Modal>
	);
}

const moveValuesSchema = z.strictObject({ fields: ticketPatchSchema, note: z.string() });

interface MoveValues {
	readonly fields: TicketPatch;
	readonly note: string;
}

type Errors = Readonly<Record<string, string>>;
const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;

function startValues(view: TicketView, asked: readonly TicketFieldName[]): MoveValues {
	const nextDay = Math.ceil((deskClock.now() + DAY_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
	return {
		fields: {
			...(asked.includes("followUpAt") ? { followUpAt: nextDay } : {}),
			...(asked.includes("closeNotes") ? { closeNotes: view.ticket.closeNotes ?? "" } : {}),
		},
		note: "",
	};
}

function MoveForm({
	view,
	move,
	onClose,
}: {
	readonly view: TicketView;
	readonly move: TicketMove;
	readonly onClose: () => void;
}) {
	const { ticket } = view;
	const [initial] = useState(() => startValues(view, fieldsToAsk(ticket, move.move, {})));
	const draft = useFormDraft<MoveValues>(`ticket:${ticket.id}:move:${move.id}`, {
		initial,
		schema: moveValuesSchema,
	});
	const { values, setValues } = draft;
	const [errors, setErrors] = useState<Errors>({});
	const [isSaving, setIsSaving] = useState(false);
	const asked = fieldsToAsk(ticket, move.move, values.fields);
	const needed = noteNeeded(ticket, move.move, values.fields);
	const openChildren = useOpenChildren(ticket.id).length;
	const withChildren = move.meaning === "resolve" && ticket.kind === "incident" ? openChildren : 0;
	const resolvesChildren = withChildren > 0 && values.fields.$resolvesChildren !== 0;

	async function save(): Promise<void> {
		const missing = findMissing(view, move, values);
		setErrors(missing);
		if (Object.keys(missing).length > 0) return;
		setIsSaving(true);
		const note = makeNote(values.note, needed?.note ?? "workNote");
		const answer = await saveEdit(view, {
			set: {
				...saidBy(move.move.given),
				...withoutUnsaid(values.fields),
				...(resolvesChildren ? { $resolvesChildren: 1 } : {}),
				state: move.to.value,
			},
			...(note ? { note } : {}),
		});
		setIsSaving(false);
		if (answer.ok) {
			draft.clear();
			onClose();
		} else setErrors({ [answer.error.path ?? "state"]: answer.error.message });
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		if (!isSaving) void save();
	}

	return (
		<form onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
			<Stack gap="sm">
				<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
				{asked.map((field, index) => (
					<AskedField
						key={field}
						field={field}
						ticket={ticket}
						values={values.fields}
						error={errors[field]}
						isFirst={index === 0}
						onChange={(fields) => setValues({ ...values, fields: { ...values.fields, ...fields } })}
					/>
				))}
				<ResolveChildren
					count={withChildren}
					isChecked={resolvesChildren}
					onChange={(is) =>
						setValues({ ...values, fields: { ...values.fields, $resolvesChildren: is ? 1 : 0 } })
					}
				/>
				<NoteField
					move={move}
					isComment={needed?.note === "comment"}
					isNeeded={needed !== undefined}
					isFirst={asked.length === 0}
					text={values.note}
					error={errors.note}
					onChange={(note) => setValues({ ...values, note })}
				/>
				{errors.state ? <p role="alert">{errors.state}</p> : null}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{ticketText.move.cancel}
					</Button>
					<Button type="submit" loading={isSaving}>
						{move.label}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}

/** Whether children are resolved is said only where there are some. */
function withoutUnsaid({ $resolvesChildren: _, ...fields }: TicketPatch): TicketPatch {
	return fields;
}

function makeNote(text: string, kind: Note["kind"]): Note | undefined {
	return text.trim() === "" ? undefined : { kind, text: text.trim() };
}

/** The same the rules would refuse, all at once and each at its field. */
function findMissing({ ticket }: TicketView, { move }: TicketMove, values: MoveValues): Errors {
	const missing: Record<string, string> = {};
	const asked = fieldsToAsk(ticket, move, values.fields);
	for (const { anyOf } of requirementsOf(ticket, move, values.fields)) {
		const open = anyOf?.filter((field) => asked.includes(field)) ?? [];
		const [first] = open;
		if (first === undefined || open.some((field) => isFilled(values.fields[field]))) continue;
		missing[first] = ticketText.move.needed(open.map(fieldName).join(" / "));
	}
	const needed = noteNeeded(ticket, move, values.fields)?.note;
	if (needed && values.note.trim() === "")
		missing.note = ticketText.move.needed(ticketText.move[needed === "comment" ? "comment" : "workNote"]);
	return missing;
}
