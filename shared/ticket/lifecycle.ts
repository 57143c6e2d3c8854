import type { Action } from "../permission/permission.ts";
import type { TicketKind } from "./kinds.ts";
import { knownLifecycle } from "./known-lifecycles.ts";
import { COMMON_FIELDS } from "./parts/common-fields.ts";
import type { DeclaredName, DeclaredValue, NoteKind, TicketFieldName } from "./ticket.ts";

/** Who may make a move; without it, everybody who may edit the ticket. */
export type MoveActor = "person" | "system";

/** Holds where the field is one of these; with `not`, where it is none of them. `null` is empty. */
export interface Condition {
	readonly field: TicketFieldName;
	readonly isOneOf: readonly DeclaredValue[];
	readonly not?: boolean;
}

/** What must be there when a state is entered. All conditions of one requirement hold together. */
export interface Requirement {
	/** At least one of these fields is set. */
	readonly anyOf?: readonly TicketFieldName[];
	/** A note of this kind comes with the move. */
	readonly note?: NoteKind;
	/** Only when all of this holds of the ticket as it would be. */
	readonly when?: readonly Condition[];
	/** Asked of people only: rules can't know it. */
	readonly of?: "person";
}

/** One way out of a state. Where two lead to the same one, `given` tells them apart. */
export interface Move {
	readonly to: number;
	/** What its button says; without one, what the state is called. */
	readonly label?: string;
	readonly by?: MoveActor;
	/** The right that it takes beyond that to edit tickets. */
	readonly needs?: Action;
	/** What must hold of the ticket before it. */
	readonly when?: readonly Condition[];
	/** What the ticket says after it; where that is one value, choosing the move says it. */
	readonly given?: readonly Condition[];
	/** What it asks for beyond what the state does. */
	readonly requires?: readonly Requirement[];
	/** What it offers to say besides, without insisting. */
	readonly offers?: readonly TicketFieldName[];
}

/** One way of a choice from value to value, with a name of its own: a field that has steps goes no other way. */
export interface FieldStep {
	readonly from: readonly DeclaredValue[];
	readonly to: string | number;
	/** What its button says. */
	readonly label: string;
	/** The right that it takes beyond that to edit tickets. */
	readonly needs?: Action;
	readonly requires?: readonly Requirement[];
	readonly offers?: readonly TicketFieldName[];
}

export interface StateDefinition {
	readonly value: number;
	/** The field's own name, in English; the console shows it through its catalogue. */
	readonly name: string;
	/** `open` counts in queues and runs clocks; `resolved` may be reopened; `closed` is over. */
	readonly phase: "open" | "hold" | "resolved" | "closed" | "canceled";
	readonly moves: readonly Move[];
	readonly requires: readonly Requirement[];
	/** Fields emptied when the state is left. */
	readonly clearsOnLeave: readonly TicketFieldName[];
	/** Fields that nobody may change by hand while it is here. */
	readonly locks?: readonly TicketFieldName[];
	/** The field that says from then on which person moved it here. */
	readonly signs?: DeclaredName;
}

export interface Choice {
	readonly value: string | number;
	readonly label: string;
}

/** A field that only tickets of this kind have. */
export interface FieldDefinition {
	readonly name: DeclaredName;
	readonly label: string;
	readonly type:
		| "text"
		| "longText"
		| "number"
		| "moment"
		| "choice"
		| "flag"
		| "person"
		| "team"
		| "ci"
		| "ticket"
		/** The id of something that can be requested. */
		| "offer"
		/** The fields of a requested item with their answers, as one text: see `shared/request/answers.ts`. */
		| "answers";
	readonly choices?: readonly Choice[];
	/** What a new ticket has, unless it says otherwise. */
	readonly initial?: string | number;
	/** Only rules set it; a page shows it and no more. */
	readonly isByRule?: boolean;
	/** A part of the page that is only this kind's shows it. */
	readonly isShownApart?: boolean;
	/** A moment that must come after this other one. */
	readonly isAfter?: DeclaredName;
	/** The right to set it, beyond that to edit tickets. */
	readonly needs?: Action;
	/** The only ways in which it changes. */
	readonly steps?: readonly FieldStep[];
	/** What its text is made of, where people change that part by part: only fields of the product are. */
	readonly parts?: "tags" | "links";
}

/** A lifecycle declared as data: states, moves, what each state asks for, and the kind's own fields. */
export interface Lifecycle {
	readonly kind: TicketKind;
	/** What numbers begin with: `INC`. */
	readonly prefix: string;
	/** What one is called, and several. */
	readonly label: string;
	readonly plural: string;
	readonly initial: number;
	/** Only rules open one. */
	readonly isByRule?: boolean;
	readonly states: readonly StateDefinition[];
	readonly fields: readonly FieldDefinition[];
	/** What a ticket must have in any state. */
	readonly always?: readonly Requirement[];
	/** What `closeCode` may be; any text without it. */
	readonly closeCodes?: readonly Choice[];
	readonly holdReasons?: readonly Choice[];
	/** What one may be a piece of; of nothing without it. */
	readonly parentKinds?: readonly TicketKind[];
	/** Tasks may be pieces of one. */
	readonly hasTasks?: boolean;
}

/** A kind that nothing is known of: a ticket of it can be shown, not moved. */
const UNKNOWN = { prefix: "", initial: 0, states: [], fields: [] } as const;

export function lifecycleOf(kind: TicketKind): Lifecycle {
	return knownLifecycle(kind) ?? { ...UNKNOWN, kind, label: kind, plural: kind };
}

export function findState(kind: TicketKind, value: number): StateDefinition | undefined {
	return knownLifecycle(kind)?.states.find((state) => state.value === value);
}

/** A field that the kind declares, or that all have whom people work on. */
export function findField(kind: TicketKind, name: string): FieldDefinition | undefined {
	const lifecycle = knownLifecycle(kind);
	const own = lifecycle?.fields.find((field) => field.name === name);
	if (own || !lifecycle || lifecycle.isByRule) return own;
	return COMMON_FIELDS.find((field) => field.name === name);
}

/** Whether a ticket still needs work: it counts in queues and its clocks run or pause. */
export function isOpenState(kind: TicketKind, value: number): boolean {
	const phase = findState(kind, value)?.phase;
	return phase === "open" || phase === "hold";
}

export function stateName(kind: TicketKind, value: number): string {
	return findState(kind, value)?.name ?? `State ${value}`;
}
