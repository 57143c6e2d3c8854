import { useState } from "react";
import { z } from "zod";
import { REQUEST_STATE } from "../../../shared/ticket/lifecycles/request.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { callWorker } from "../../data/index.ts";
import { DraftNote, useFormDraft } from "../../drafts/index.ts";
import { draftsText } from "../../text/en/drafts.ts";
import { problemsText } from "../../text/en/problems.ts";
import type { RelatedDialogProps } from "./related-dialog.tsx";
import { RelatedForm } from "./related-form.tsx";
import { tellMade } from "./tell-made.tsx";
import { WorkFields, type WorkValues, workPatch, workShape } from "./work-fields.tsx";

const taskSchema = z.strictObject(workShape);

/** A piece of the ticket at hand, for somebody else or for later. */
export function AddTaskForm({ view: { ticket }, onClose }: RelatedDialogProps) {
	const [initial] = useState<WorkValues>(() => ({
		shortDescription: "",
		description: "",
		teamId: ticket.teamId,
		assigneeId: null,
	}));
	const draft = useFormDraft(`ticket:${ticket.id}:addTask`, { initial, schema: taskSchema });
	const { values, setValues } = draft;
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

	async function save(): Promise<boolean> {
		if (values.shortDescription.trim() === "") {
			setErrors({ shortDescription: problemsText.needed(problemsText.task.title) });
			return false;
		}
		const answer = await callWorker("create", { kind: "task", set: taskPatch(ticket, values) });
		if (!answer.ok) {
			setErrors({ [answer.error.path ?? "shortDescription"]: answer.error.message });
			return false;
		}
		draft.clear();
		await tellMade(answer.value.ticketId, problemsText.tell.tasked);
		return true;
	}
	return (
		<RelatedForm saveLabel={problemsText.dialogs.addTask} onSave={save} onClose={onClose}>
			<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
			<WorkFields
				titleLabel={problemsText.task.title}
				values={values}
				errors={errors}
				onChange={(part) => setValues({ ...values, ...part })}
			/>
		</RelatedForm>
	);
}

/** A task begins open, but where what it is for still waits to be allowed. */
function taskPatch(parent: Ticket, values: WorkValues): TicketPatch {
	const isRequested = parent.kind === "request" || parent.kind === "item";
	const isPending = isRequested && parent.state === REQUEST_STATE.pending;
	return {
		...workPatch(values),
		parentId: parent.id,
		impact: parent.impact,
		urgency: parent.urgency,
		ciId: parent.ciId,
		serviceId: parent.serviceId,
		...(isPending ? {} : { state: REQUEST_STATE.open }),
	};
}
