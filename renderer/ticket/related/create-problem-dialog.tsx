import { useState } from "react";
import { z } from "zod";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import { callWorker } from "../../data/index.ts";
import { DraftNote, useFormDraft } from "../../drafts/index.ts";
import { deskClock } from "../../now/index.ts";
import { draftsText } from "../../text/en/drafts.ts";
import { problemsText } from "../../text/en/problems.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { editMany } from "./edit-many.ts";
import { HoldChoice } from "./hold-choice.tsx";
import { canHold, linkPatch, nextDay } from "./hold-for-problem.ts";
import type { RelatedDialogProps } from "./related-dialog.tsx";
import { RelatedForm } from "./related-form.tsx";
import { tellMade } from "./tell-made.tsx";
import { WorkFields, workPatch, workShape } from "./work-fields.tsx";

const problemSchema = z.strictObject({
	...workShape,
	isHold: z.boolean(),
	followUpAt: z.number().nullable(),
});
type ProblemValues = z.infer<typeof problemSchema>;

function startValues({ ticket }: TicketView): ProblemValues {
	return {
		shortDescription: ticket.shortDescription,
		description: ticket.description,
		teamId: ticket.teamId,
		assigneeId: null,
		isHold: canHold(ticket),
		followUpAt: ticket.followUpAt ?? nextDay(deskClock.now()),
	};
}

/** The cause of an incident is looked for by itself, and the incident may wait for it. */
export function CreateProblemForm({ view, onClose }: RelatedDialogProps) {
	const { ticket } = view;
	const [initial] = useState(() => startValues(view));
	const draft = useFormDraft(`ticket:${ticket.id}:createProblem`, { initial, schema: problemSchema });
	const { values, setValues } = draft;
	const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
	const change = (part: Partial<ProblemValues>) => setValues({ ...values, ...part });

	async function save(): Promise<boolean> {
		const missing = findMissing(values);
		setErrors(missing);
		if (Object.keys(missing).length > 0) return false;
		const answer = await callWorker("create", { kind: "problem", set: problemPatch(view, values) });
		if (!answer.ok) {
			setErrors({ [answer.error.path ?? "shortDescription"]: answer.error.message });
			return false;
		}
		const { ticketId } = answer.value;
		const followUpAt = values.isHold ? values.followUpAt : null;
		draft.clear();
		await editMany([{ ticketId: ticket.id, set: linkPatch(ticket, ticketId, followUpAt) }]);
		await tellMade(ticketId, problemsText.tell.created);
		return true;
	}
	return (
		<RelatedForm saveLabel={problemsText.dialogs.createProblem} onSave={save} onClose={onClose}>
			<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
			<WorkFields
				titleLabel={ticketText.fields.shortDescription}
				values={values}
				errors={errors}
				onChange={change}
			/>
			{canHold(ticket) ? (
				<HoldChoice
					count={1}
					isHold={values.isHold}
					followUpAt={values.followUpAt}
					error={errors.followUpAt}
					onChange={change}
				/>
			) : null}
		</RelatedForm>
	);
}

function findMissing({ shortDescription, isHold, followUpAt }: ProblemValues): Record<string, string> {
	const { needed } = problemsText;
	return {
		...(shortDescription.trim() === ""
			? { shortDescription: needed(ticketText.fields.shortDescription) }
			: {}),
		...(isHold && followUpAt === null ? { followUpAt: needed(ticketText.fields.followUpAt) } : {}),
	};
}

/** What is about the same things as the incident. */
function problemPatch({ ticket }: TicketView, values: ProblemValues): TicketPatch {
	return {
		...workPatch(values),
		impact: ticket.impact,
		urgency: ticket.urgency,
		ciId: ticket.ciId,
		serviceId: ticket.serviceId,
		category: ticket.category,
		subcategory: ticket.subcategory,
	};
}
