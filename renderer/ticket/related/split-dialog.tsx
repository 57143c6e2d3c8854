import { Checkbox, Stack } from "@mantine/core";
import { useMemo, useState } from "react";
import { z } from "zod";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import { SPLIT_FROM } from "../../../shared/ticket/parts/common-fields.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { callWorker, readTopic } from "../../data/index.ts";
import { DraftNote, useFormDraft } from "../../drafts/index.ts";
import { offerBack } from "../../page/index.ts";
import { draftsText } from "../../text/en/drafts.ts";
import { problemsText } from "../../text/en/problems.ts";
import { formatShort } from "../../text/time.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import classes from "./related.module.css";
import type { RelatedDialogProps } from "./related-dialog.tsx";
import { RelatedForm } from "./related-form.tsx";
import { tellMade } from "./tell-made.tsx";
import { WorkFields, type WorkValues, workPatch, workShape } from "./work-fields.tsx";

const text = problemsText.split;
const splitSchema = z.strictObject({ ...workShape, entryIds: z.array(z.string()) });
interface SplitValues extends WorkValues {
	readonly entryIds: readonly string[];
}

/** A second matter in one conversation becomes an incident of its own; what was written stays where it is, too. */
export function SplitForm({ view, onClose }: RelatedDialogProps) {
	const { ticket } = view;
	const [initial] = useState<SplitValues>(() => ({
		shortDescription: "",
		description: "",
		teamId: ticket.teamId,
		assigneeId: null,
		entryIds: [],
	}));
	const draft = useFormDraft(`ticket:${ticket.id}:split`, { initial, schema: splitSchema });
	const { values, setValues } = draft;
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const noted = useMemo(() => view.history.filter(({ note }) => note !== null), [view.history]);

	async function save(): Promise<boolean> {
		if (values.shortDescription.trim() === "") {
			setErrors({ shortDescription: problemsText.needed(text.title) });
			return false;
		}
		const chosen = noted.filter(({ id }) => values.entryIds.includes(id));
		const answer = await callWorker("create", {
			kind: "incident",
			set: splitPatch(ticket, values, quoted(chosen, view)),
		});
		if (!answer.ok) {
			setErrors({ [answer.error.path ?? "shortDescription"]: answer.error.message });
			return false;
		}
		draft.clear();
		await tellSplit(answer.value.ticketId);
		return true;
	}
	return (
		<RelatedForm saveLabel={problemsText.dialogs.split} onSave={save} onClose={onClose}>
			<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
			<WorkFields
				titleLabel={text.title}
				values={values}
				errors={errors}
				onChange={(part) => setValues({ ...values, ...part })}
			/>
			<NoteChoice
				view={view}
				entries={noted}
				chosen={values.entryIds}
				onChoose={(entryIds) => setValues({ ...values, entryIds })}
			/>
		</RelatedForm>
	);
}

interface NoteChoiceProps {
	readonly view: TicketView;
	readonly entries: readonly HistoryEntry[];
	readonly chosen: readonly string[];
	readonly onChoose: (entryIds: string[]) => void;
}

function NoteChoice({ view, entries, chosen, onChoose }: NoteChoiceProps) {
	if (entries.length === 0) return null;
	return (
		<Checkbox.Group label={text.notes} description={text.notesHint} value={[...chosen]} onChange={onChoose}>
			<Stack gap={6} className={classes.notes}>
				{entries.toReversed().map((entry) => (
					<Checkbox
						key={entry.id}
						value={entry.id}
						label={<span className={classes.excerpt}>{entry.note?.text}</span>}
						description={writtenBy(entry, view)}
					/>
				))}
			</Stack>
		</Checkbox.Group>
	);
}

function writtenBy({ actor, occurredAt }: HistoryEntry, { names }: TicketView): string {
	const name = actor.id === null ? undefined : names[actor.id];
	return text.writtenBy(name ?? text.somebody, formatShort(occurredAt));
}

/** What was written, with who and when, as the description of what is split off. */
function quoted(entries: readonly HistoryEntry[], view: TicketView): string {
	return entries.map((entry) => `${writtenBy(entry, view)}:\n${entry.note?.text ?? ""}`).join("\n\n");
}

function splitPatch(from: Ticket, values: SplitValues, quotes: string): TicketPatch {
	const { description: typed, ...work } = workPatch(values);
	const description = [typed, quotes].filter(Boolean).join("\n\n");
	return {
		...work,
		...(description === "" ? {} : { description }),
		callerId: from.callerId,
		impact: from.impact,
		urgency: from.urgency,
		ciId: from.ciId,
		serviceId: from.serviceId,
		[SPLIT_FROM]: from.id,
	};
}

/** With the way to it, and back: an incident that was split off by mistake is canceled, never deleted. */
async function tellSplit(ticketId: string): Promise<void> {
	await tellMade(ticketId, text.made);
	const made = await readTopic("ticket", { key: ticketId });
	offerBack(text.offer(made?.ticket.number ?? ""), () =>
		callWorker("edit", { ticketId, set: { state: INCIDENT_STATE.canceled } }),
	);
}
