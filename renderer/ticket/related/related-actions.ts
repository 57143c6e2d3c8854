import { findState, isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { mayHaveTasks } from "../../../shared/ticket/relations.ts";
import { fieldValue, type Ticket, type TicketFieldName } from "../../../shared/ticket/ticket.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";

/** What is done with other tickets from the page of one. */
export const RELATED_ACTIONS = [
	"addTask",
	"createProblem",
	"addIncidents",
	"communicateWorkaround",
	"communicateFix",
	"split",
	"link",
] as const;
export type RelatedAction = (typeof RELATED_ACTIONS)[number];

export function isRelatedAction(name: string): name is RelatedAction {
	return RELATED_ACTIONS.some((action) => action === name);
}

/** Those that are possible for a ticket as it stands. */
export function relatedActions(ticket: Ticket): readonly RelatedAction[] {
	return RELATED_ACTIONS.filter((action) => IS_POSSIBLE[action](ticket));
}

const IS_POSSIBLE: Readonly<Record<RelatedAction, (ticket: Ticket) => boolean>> = {
	addTask: ({ kind, state }) => mayHaveTasks(kind) && isOpenState(kind, state),
	createProblem: (ticket) => ticket.kind === "incident" && ticket.problemId === null && !isOver(ticket),
	addIncidents: (ticket) => ticket.kind === "problem" && !isOver(ticket),
	communicateWorkaround: (ticket) => ticket.kind === "problem" && has(ticket, "$workaround"),
	split: ({ kind }) => kind === "incident",
	link: (ticket) => ticket.kind !== "approval" && !isOver(ticket),
	communicateFix: (ticket) => ticket.kind === "problem" && has(ticket, "$fixNotes"),
};

function has(ticket: Ticket, field: TicketFieldName): boolean {
	const value = fieldValue(ticket, field);
	return typeof value === "string" && value.trim() !== "";
}

/** Closed or canceled: nothing of it is edited any more. */
export function isOver({ kind, state }: Pick<QueueRow, "kind" | "state">): boolean {
	const phase = findState(kind, state)?.phase;
	return phase === "closed" || phase === "canceled";
}
