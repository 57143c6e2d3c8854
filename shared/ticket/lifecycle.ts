import type { TicketKind } from "./kinds.ts";
import { CHANGE_LIFECYCLE } from "./lifecycles/change.ts";
import { INCIDENT_LIFECYCLE } from "./lifecycles/incident.ts";
import { PROBLEM_LIFECYCLE } from "./lifecycles/problem.ts";
import { REQUEST_LIFECYCLE } from "./lifecycles/request.ts";
import { TASK_LIFECYCLE } from "./lifecycles/task.ts";
import type { NoteKind, TicketFieldName } from "./ticket.ts";

/** Who may make a move; without it, everybody who may edit the ticket. */
export type MoveActor = "person" | "system";

/** What must be there when a state is entered. All conditions of one requirement hold together. */
export interface Requirement {
	/** At least one of these fields is set. */
	readonly anyOf?: readonly TicketFieldName[];
	/** A note of this kind comes with the move. */
	readonly note?: NoteKind;
	/** Only when this field has this value. */
	readonly when?: { readonly field: TicketFieldName; readonly is: string | number };
}

export interface StateDefinition {
	readonly value: number;
	/** The field's own name, in English; the console shows it through its catalogue. */
	readonly name: string;
	/** `open` counts in queues and runs clocks; `resolved` may be reopened; `closed` is over. */
	readonly phase: "open" | "hold" | "resolved" | "closed" | "canceled";
	readonly moves: readonly { readonly to: number; readonly by?: MoveActor }[];
	readonly requires: readonly Requirement[];
	/** Fields emptied when the state is left. */
	readonly clearsOnLeave: readonly TicketFieldName[];
}

/** A lifecycle declared as data: states, moves and what each state asks for. */
export interface Lifecycle {
	readonly kind: TicketKind;
	readonly initial: number;
	readonly states: readonly StateDefinition[];
}

const LIFECYCLES: Readonly<Record<TicketKind, Lifecycle>> = {
	incident: INCIDENT_LIFECYCLE,
	request: REQUEST_LIFECYCLE,
	problem: PROBLEM_LIFECYCLE,
	change: CHANGE_LIFECYCLE,
	task: TASK_LIFECYCLE,
};

export function lifecycleOf(kind: TicketKind): Lifecycle {
	return LIFECYCLES[kind];
}

export function findState(kind: TicketKind, value: number): StateDefinition | undefined {
	return LIFECYCLES[kind].states.find((state) => state.value === value);
}

/** Whether a ticket still needs work: it counts in queues and its clocks run or pause. */
export function isOpenState(kind: TicketKind, value: number): boolean {
	const phase = findState(kind, value)?.phase;
	return phase === "open" || phase === "hold";
}

export function stateName(kind: TicketKind, value: number): string {
	return findState(kind, value)?.name ?? `State ${value}`;
}
