import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { assertNever } from "../../../shared/result.ts";
import { useTopic } from "../../data/index.ts";
import { problemsText } from "../../text/en/problems.ts";
import type { Relatives, TicketView } from "../../worker/topics/ticket-protocol.ts";
import { AddIncidentsForm } from "./add-incidents-dialog.tsx";
import { AddTaskForm } from "./add-task-dialog.tsx";
import { CommunicateForm } from "./communicate-dialog.tsx";
import { CreateProblemForm } from "./create-problem-dialog.tsx";
import { LinkForm } from "./link-dialog.tsx";
import { type RelatedAction, relatedActions } from "./related-actions.ts";
import { SplitForm } from "./split-dialog.tsx";

export interface RelatedDialogProps {
	readonly view: TicketView;
	/** `undefined` until they are known. */
	readonly relatives: Relatives | undefined;
	readonly onClose: () => void;
}

interface Props extends Omit<RelatedDialogProps, "relatives"> {
	readonly action: RelatedAction;
}

/** Asks what an action around a ticket needs, then does it. */
export function RelatedDialog({ view, action, onClose }: Props) {
	const relatives = useTopic("relatives", { ticketId: view.ticket.id });
	if (!relatedActions(view.ticket).includes(action)) return null;
	const title = problemsText.dialogTitle(problemsText.dialogs[action], view.ticket.number);
	return (
		<Modal opened onClose={onClose} title={title} size="md">
			{formOf(action, { view, relatives, onClose })}
		</Modal>
	);
}

function formOf(action: RelatedAction, props: RelatedDialogProps): ReactNode {
	switch (action) {
		case "addTask":
			return <AddTaskForm {...props} />;
		case "createProblem":
			return <CreateProblemForm {...props} />;
		case "addIncidents":
			return <AddIncidentsForm {...props} />;
		case "link":
			return <LinkForm {...props} />;
		case "split":
			return <SplitForm {...props} />;
		case "communicateWorkaround":
		case "communicateFix":
			return <CommunicateForm {...props} action={action} />;
		default:
			return assertNever(action);
	}
}
