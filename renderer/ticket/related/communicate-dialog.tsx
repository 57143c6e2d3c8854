import { Checkbox, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { z } from "zod";
import { LIMITS } from "../../../shared/api/common.ts";
import { fieldValue, type Ticket } from "../../../shared/ticket/ticket.ts";
import { readTopic, useTopic } from "../../data/index.ts";
import { DraftNote, useFormDraft } from "../../drafts/index.ts";
import { draftsText } from "../../text/en/drafts.ts";
import { problemsText } from "../../text/en/problems.ts";
import type { Relatives } from "../../worker/topics/ticket-protocol.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import { communicationOf } from "./communication.ts";
import { editMany } from "./edit-many.ts";
import classes from "./related.module.css";
import { isOver } from "./related-actions.ts";
import type { RelatedDialogProps } from "./related-dialog.tsx";
import { RelatedForm } from "./related-form.tsx";

const messageSchema = z.strictObject({ text: z.string(), isToCallers: z.boolean() });

interface Props extends RelatedDialogProps {
	readonly action: "communicateWorkaround" | "communicateFix";
}

/** Tells the incidents of a problem what is known: a work note each, and a comment to the callers only if asked. */
export function CommunicateForm({ view: { ticket }, relatives, action, onClose }: Props) {
	const text = startText(ticket, action);
	const draft = useFormDraft(`ticket:${ticket.id}:${action}`, {
		initial: { text, isToCallers: false },
		schema: messageSchema,
	});
	const { values, setValues } = draft;
	const [error, setError] = useState<string>();
	const isOnline = useTopic("sync", null)?.state === "live";

	async function save(): Promise<boolean> {
		if (values.text.trim() === "") {
			setError(problemsText.needed(problemsText.communicate.text));
			return false;
		}
		// May be sent sooner than the related tickets are known.
		const incidents = incidentsOf(relatives ?? (await readTopic("relatives", { ticketId: ticket.id })));
		if (incidents.length === 0) {
			setError(problemsText.communicate.audience(0));
			return false;
		}
		const told = await editMany(communicationOf(incidents, values));
		const what = problemsText.communicate.what[action];
		const trace = problemsText.communicate.trace(what, told, values.isToCallers);
		if (told > 0) await editMany([{ ticketId: ticket.id, set: {}, note: { kind: "workNote", text: trace } }]);
		const { done, offline } = problemsText.communicate;
		notifications.show({ message: isOnline ? done(told) : `${done(told)}. ${offline}` });
		draft.clear();
		return true;
	}
	return (
		<RelatedForm saveLabel={problemsText.communicate.send} onSave={save} onClose={onClose}>
			<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
			<Textarea
				data-autofocus
				label={problemsText.communicate.text}
				autosize
				minRows={4}
				maxRows={14}
				maxLength={LIMITS.note}
				value={values.text}
				error={error}
				onChange={(event) => setValues({ ...values, text: event.currentTarget.value })}
			/>
			<p className={classes.audience}>
				{relatives && problemsText.communicate.audience(incidentsOf(relatives).length)}
			</p>
			<Checkbox
				label={problemsText.communicate.callers}
				description={problemsText.communicate.callersHint}
				checked={values.isToCallers}
				onChange={(event) => setValues({ ...values, isToCallers: event.currentTarget.checked })}
			/>
		</RelatedForm>
	);
}

function incidentsOf({ caused }: Relatives): QueueRow[] {
	return caused.filter((row) => row.kind === "incident" && !isOver(row));
}

function startText(ticket: Ticket, action: Props["action"]): string {
	const isFix = action === "communicateFix";
	const text = String(fieldValue(ticket, isFix ? "$fixNotes" : "$workaround") ?? "");
	const say = isFix ? problemsText.communicate.fix : problemsText.communicate.workaround;
	return say(ticket.number, text).slice(0, LIMITS.note);
}
