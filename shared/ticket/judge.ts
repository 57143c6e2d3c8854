import { can } from "../permission/permission.ts";
import { ok, type Refusal, type Result, refuse } from "../result.ts";
import { holdsOf, saidBy } from "./conditions.ts";
import { fieldLabel, withArticle } from "./field-labels.ts";
import { judgeOrder } from "./judge-order.ts";
import { judgeSteps, type StepRequirement } from "./judge-steps.ts";
import { capital, isFilled, judgePlace, judgeValues, type Setter } from "./judge-values.ts";
import type { TicketKind } from "./kinds.ts";
import {
	type Condition,
	findState,
	lifecycleOf,
	type Move,
	type MoveActor,
	type Requirement,
	type StateDefinition,
} from "./lifecycle.ts";
import {
	fieldValue,
	isDeclared,
	type Note,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "./ticket.ts";

/** Everything the lifecycle rules look at when they judge one change to one ticket. */
export interface ProposedChange extends Setter {
	readonly set: TicketPatch;
	readonly note?: Note | undefined;
	/** The state that an undo gives back though no move leads there, see `stateBeforeMerge`. */
	readonly goesBackTo?: number | undefined;
}

/**
 * Judges a change by the ticket's lifecycle: the same answer on the desk and in the page.
 * Codes: `ticket_over`, `no_such_state`, `move_not_allowed`, `field_required`, `note_required`,
 * `value_not_allowed`, `field_locked`, `no_such_field`, `right_required`, `step_not_allowed`.
 */
export function judgeChange(ticket: Ticket, change: ProposedChange): Result<null> {
	const { kind } = ticket;
	const from = findState(kind, ticket.state);
	const isOver = from?.phase === "closed" || from?.phase === "canceled";
	const target = change.set.state ?? ticket.state;
	const isMove = target !== ticket.state;
	if (isOver && !isMove && Object.keys(change.set).length > 0) {
		return refuse("ticket_over", `${ticket.number} is ${from.name} and can no longer be edited.`, "state");
	}
	const to = findState(kind, target);
	const after: Ticket = { ...ticket, ...clearedBy(from, isMove), ...change.set };
	const move = isMove ? judgeMove(ticket, after, change) : ok(null);
	if (!move.ok) return move;
	const misfit =
		judgeValues(kind, change.set, change) ??
		judgeOrder(after, change.set) ??
		judgePlace(kind, entering(from, to, move.value), change.set, change);
	if (misfit) return { ok: false, error: misfit };
	const steps = judgeSteps(ticket, change.set, change);
	if (!steps.ok) return steps;
	const isBack = isMove && target === change.goesBackTo;
	const isMissing = (requirement: Requirement) =>
		isAskedOf(requirement, change) &&
		concerns(requirement, change, isMove) &&
		// What the caller was told when it first came there, they need not be told again.
		!(isBack && requirement.note !== undefined) &&
		!isMet(requirement, after, change.note);
	const missing = [...(to?.requires ?? []), ...(move.value?.requires ?? [])].find(isMissing);
	if (missing && to) return { ok: false, error: describeMissing(kind, missing, to.name) };
	const always = judgeAlways(kind, isMissing);
	return always.ok ? judgeStepsMet(after, steps.value, change.note) : always;
}

/** A state as it is entered: what the move asks for comes with it, though nobody changes it from then on. */
function entering(
	from: StateDefinition | undefined,
	to: StateDefinition | undefined,
	move: Move | null,
): StateDefinition | undefined {
	if (!to?.locks || !move) return to;
	const asked = [...to.requires, ...(move.requires ?? [])].flatMap(({ anyOf = [] }) => anyOf);
	const isStillOpen = (field: TicketFieldName) => asked.includes(field) && !from?.locks?.includes(field);
	return { ...to, locks: to.locks.filter((field) => !isStillOpen(field)) };
}

function judgeStepsMet(
	after: Ticket,
	steps: readonly StepRequirement[],
	note: Note | undefined,
): Result<null> {
	const missing = steps.find(({ requirement }) => !isMet(requirement, after, note));
	return missing
		? { ok: false, error: describeMissing(after.kind, missing.requirement, missing.name) }
		: ok(null);
}

/** Judges whether a ticket that is being opened has all that its state asks for; `set` is what its opener says. */
export function judgeStanding(ticket: Ticket, { set, note, ...by }: ProposedChange): Result<null> {
	const { kind } = ticket;
	const state = findState(kind, ticket.state);
	const misfit =
		judgeValues(kind, set, by) ??
		judgeOrder(ticket, set) ??
		judgePlace(kind, asOpened(kind, state), set, by) ??
		judgePlace(kind, state, ticket, { actor: "system" });
	if (misfit) return { ok: false, error: misfit };
	const steps = judgeSteps(withoutSet(ticket, set), set, by);
	if (!steps.ok) return steps;
	const isMissing = (requirement: Requirement) =>
		isAskedOf(requirement, by) && !isMet(requirement, ticket, note);
	const missing = state?.requires.find(isMissing);
	if (missing && state) return { ok: false, error: describeMissing(kind, missing, state.name) };
	const always = judgeAlways(kind, isMissing);
	return always.ok ? judgeStepsMet(ticket, steps.value, note) : always;
}

/** What every state locks is said when a ticket is opened, or never. */
function asOpened(kind: TicketKind, state: StateDefinition | undefined): StateDefinition | undefined {
	if (!state?.locks) return state;
	const { states } = lifecycleOf(kind);
	const locks = state.locks.filter((field) => !states.every((other) => other.locks?.includes(field)));
	return { ...state, locks };
}

/** The ticket before its opener said anything of the fields that its kind declares. */
function withoutSet(ticket: Ticket, set: TicketPatch): Ticket {
	const declared = Object.keys(set).filter(isDeclared);
	return { ...ticket, ...Object.fromEntries(declared.map((field) => [field, null])) };
}

/** What a ticket needs in any state, it needs because of what it says. */
function judgeAlways(kind: TicketKind, isMissing: (requirement: Requirement) => boolean): Result<null> {
	const missing = lifecycleOf(kind).always?.find(isMissing);
	if (!missing) return ok(null);
	const cause = missing.when?.[0]?.field;
	const subject = cause === undefined ? `A ${kind}` : `“${capital(fieldLabel(kind, cause))}”`;
	return { ok: false, error: describeMissing(kind, missing, subject) };
}

/** The move that leads from the ticket to what it would be; two to one state differ by what they say. */
function judgeMove(
	ticket: Ticket,
	after: Ticket,
	{ actor, roles, goesBackTo }: ProposedChange,
): Result<Move> {
	const { kind, number } = ticket;
	const to = findState(kind, after.state);
	if (!to) return refuse("no_such_state", `A ${kind} has no state ${after.state}.`, "state");
	if (after.state === goesBackTo) return ok({ to: goesBackTo });
	const from = findState(kind, ticket.state);
	const ways = (from?.moves ?? []).filter((move) => move.to === after.state && holdsOf(ticket, move.when));
	const fromName = from?.name ?? `state ${ticket.state}`;
	if (ways.length === 0) {
		const names = possibleMoves(ticket, actor).map((move) => findState(kind, move.to)?.name);
		const next = names.length > 0 ? ` From here it may go to ${[...new Set(names)].join(", ")}.` : "";
		const unmet = findUnmet(ticket, after.state, actor);
		const because = unmet ? ` The ${fieldLabel(kind, unmet.field)} does not allow it.` : "";
		return refuse(
			"move_not_allowed",
			`${number} can’t go from ${fromName} to ${to.name}.${because}${next}`,
			unmet?.field ?? "state",
		);
	}
	const ownWays = ways.filter(({ by }) => by === undefined || by === actor);
	if (ownWays.length === 0) {
		const how = actor === "person" ? "by itself, not by hand" : "by hand, not by a rule";
		return refuse("move_not_allowed", `${number} goes from ${fromName} to ${to.name} ${how}.`, "state");
	}
	const way = ownWays.find(({ given }) => holdsOf(after, given));
	if (!way) return { ok: false, error: describeUnsaid(ticket, to, ownWays) };
	if (actor === "person" && way.needs && roles && !can(roles, way.needs)) {
		return refuse("right_required", `Your roles do not let you take ${number} to ${to.name}.`, "state");
	}
	return ok(way);
}

/** What keeps a ticket from a move: of the one that it is nearest to. */
function findUnmet(ticket: Ticket, to: number, actor: MoveActor): Condition | undefined {
	const conditions = (findState(ticket.kind, ticket.state)?.moves ?? [])
		.filter((move) => move.to === to && (move.by ?? actor) === actor)
		.map(({ when = [] }) => when);
	const met = (when: readonly Condition[]): number => when.filter((one) => holdsOf(ticket, [one])).length;
	const nearest = conditions.toSorted((one, other) => met(other) - met(one))[0];
	return nearest?.find((one) => !holdsOf(ticket, [one]));
}

/** None of the moves to a state says what the ticket would say. */
function describeUnsaid({ kind }: Ticket, to: StateDefinition, ways: readonly Move[]): Refusal {
	const field = ways.flatMap(({ given = [] }) => given)[0]?.field ?? "state";
	const values = ways.flatMap(({ given = [] }) => given.flatMap(({ isOneOf }) => isOneOf));
	return {
		code: "field_required",
		message: `${to.name} needs ${withArticle(fieldLabel(kind, field))} here: ${values.join(" or ")}.`,
		path: field,
	};
}

/** What leaving a state empties. */
function clearedBy(from: StateDefinition | undefined, isMove: boolean): TicketPatch {
	if (!isMove || !from) return {};
	return Object.fromEntries(from.clearsOnLeave.map((field) => [field, null]));
}

function isAskedOf({ of }: Requirement, { actor }: Setter): boolean {
	return of === undefined || of === actor;
}

/** A move is asked for everything; an edit in place only for what it touches, as imported tickets may lack the rest. */
function concerns(requirement: Requirement, change: ProposedChange, isMove: boolean): boolean {
	if (isMove) return true;
	const isTouched = (field: TicketFieldName) => change.set[field] !== undefined;
	return (
		requirement.anyOf !== undefined &&
		(requirement.anyOf.some(isTouched) || (requirement.when ?? []).some(({ field }) => isTouched(field)))
	);
}

function isMet(requirement: Requirement, after: Ticket, note: Note | undefined): boolean {
	if (!holdsOf(after, requirement.when)) return true;
	if (requirement.anyOf && !requirement.anyOf.some((field) => isFilled(fieldValue(after, field))))
		return false;
	return requirement.note === undefined || (note?.kind === requirement.note && isFilled(note.text));
}

function describeMissing(kind: TicketKind, requirement: Requirement, subject: string): Refusal {
	if (requirement.anyOf) {
		const labels = requirement.anyOf.map((field) => fieldLabel(kind, field)).join(" or ");
		return {
			code: "field_required",
			message: `${subject} needs ${withArticle(labels)}.`,
			path: requirement.anyOf[0],
		};
	}
	const label = requirement.note === "comment" ? "comment to the caller" : "work note";
	const message = `${subject}${requirement.when ? " for this reason" : ""} needs a ${label}.`;
	return { code: "note_required", message, path: "note" };
}

/** The ways out of where a ticket is, in the order of its lifecycle. */
export function possibleMoves(ticket: Ticket, actor: MoveActor = "person"): readonly Move[] {
	const from = findState(ticket.kind, ticket.state);
	return (from?.moves ?? []).filter(
		(move) => (move.by === undefined || move.by === actor) && holdsOf(ticket, move.when),
	);
}

/** All that a move asks for, of the ticket that it would make with these values. */
export function requirementsOf(ticket: Ticket, move: Move, values: TicketPatch): readonly Requirement[] {
	const after = { ...ticket, ...saidBy(move.given), ...values, state: move.to };
	const to = findState(ticket.kind, move.to);
	return [...(to?.requires ?? []), ...(move.requires ?? [])].filter(({ when }) => holdsOf(after, when));
}
