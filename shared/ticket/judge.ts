import { ok, type Refusal, type Result, refuse } from "../result.ts";
import {
	findState,
	lifecycleOf,
	type MoveActor,
	type Requirement,
	type StateDefinition,
} from "./lifecycle.ts";
import { CLOSE_CODES, HOLD_REASON_NAMES } from "./lifecycles/incident.ts";
import type { Note, Ticket, TicketFieldName, TicketPatch } from "./ticket.ts";

/** Everything the lifecycle rules look at when they judge one change to one ticket. */
export interface ProposedChange {
	readonly set: TicketPatch;
	readonly note?: Note | undefined;
	readonly actor: MoveActor;
}

/** Field names as people say them, for messages. */
const FIELD_LABELS: Readonly<Record<TicketFieldName, string>> = {
	shortDescription: "short description",
	description: "description",
	state: "state",
	holdReason: "hold reason",
	followUpAt: "follow-up time",
	impact: "impact",
	urgency: "urgency",
	teamId: "team",
	assigneeId: "assignee",
	callerId: "caller",
	ciId: "configuration item",
	serviceId: "service",
	category: "category",
	subcategory: "subcategory",
	closeCode: "close code",
	closeNotes: "close notes",
};

/**
 * Judges a change by the ticket's lifecycle: the same answer on the desk and in the page.
 * Codes: `ticket_over`, `no_such_state`, `move_not_allowed`, `field_required`, `note_required`, `value_not_allowed`.
 */
export function judgeChange(ticket: Ticket, change: ProposedChange): Result<null> {
	const from = findState(ticket.kind, ticket.state);
	const isOver = from?.phase === "closed" || from?.phase === "canceled";
	const target = change.set.state ?? ticket.state;
	const isMove = target !== ticket.state;
	if (isOver && !isMove && Object.keys(change.set).length > 0) {
		return refuse("ticket_over", `${ticket.number} is ${from.name} and can no longer be edited.`, "state");
	}
	if (isMove) {
		const refusal = judgeMove(ticket, target, change.actor);
		if (refusal) return { ok: false, error: refusal };
	}
	const to = findState(ticket.kind, target);
	const misfit = judgeValues(ticket.kind, change.set) ?? judgePlace(ticket.kind, to, change.set);
	if (misfit) return { ok: false, error: misfit };
	const after = { ...ticket, ...clearedBy(from, isMove), ...change.set };
	const missing = to?.requires.find(
		(requirement) => concerns(requirement, change, isMove) && !isMet(requirement, after, change.note),
	);
	return missing && to ? { ok: false, error: describeMissing(missing, to) } : ok(null);
}

/** Judges whether a ticket has all that its state asks for: of one that is being opened. */
export function judgeStanding(ticket: Ticket, note: Note | undefined): Result<null> {
	const state = findState(ticket.kind, ticket.state);
	const misfit = judgeValues(ticket.kind, ticket) ?? judgePlace(ticket.kind, state, ticket);
	if (misfit) return { ok: false, error: misfit };
	const missing = state?.requires.find((requirement) => !isMet(requirement, ticket, note));
	return missing && state ? { ok: false, error: describeMissing(missing, state) } : ok(null);
}

function judgeValues(kind: Ticket["kind"], { closeCode, holdReason }: TicketPatch): Refusal | undefined {
	if (kind !== "incident") return undefined;
	if (closeCode && !CLOSE_CODES.some((code) => code === closeCode)) {
		return notAllowed(`“${closeCode}” is not one of the close codes.`, "closeCode");
	}
	if (holdReason && !(holdReason in HOLD_REASON_NAMES)) {
		return notAllowed(`${holdReason} is not one of the hold reasons.`, "holdReason");
	}
	return undefined;
}

/** What a state empties when it is left means nothing in any other. */
function judgePlace(
	kind: Ticket["kind"],
	state: StateDefinition | undefined,
	set: TicketPatch,
): Refusal | undefined {
	for (const home of lifecycleOf(kind).states) {
		if (home.value === state?.value) continue;
		const field = home.clearsOnLeave.find((name) => isFilled(set[name]));
		if (field && !state?.clearsOnLeave.includes(field)) {
			return notAllowed(`A ${FIELD_LABELS[field]} belongs to ${home.name} only.`, field);
		}
	}
	return undefined;
}

function notAllowed(message: string, path: TicketFieldName): Refusal {
	return { code: "value_not_allowed", message, path };
}

function judgeMove(ticket: Ticket, target: number, actor: MoveActor): Refusal | undefined {
	const from = findState(ticket.kind, ticket.state);
	const to = findState(ticket.kind, target);
	if (!to)
		return { code: "no_such_state", message: `A ${ticket.kind} has no state ${target}.`, path: "state" };
	const move = from?.moves.find((candidate) => candidate.to === target);
	const fromName = from?.name ?? `state ${ticket.state}`;
	if (!move) {
		const choices = (from?.moves ?? []).filter(
			(candidate) => candidate.by !== "system" || actor === "system",
		);
		const names = choices.map((candidate) => findState(ticket.kind, candidate.to)?.name).join(", ");
		const next = names ? ` From here it may go to ${names}.` : "";
		return {
			code: "move_not_allowed",
			message: `${ticket.number} can’t go from ${fromName} to ${to.name}.${next}`,
			path: "state",
		};
	}
	if (move.by && move.by !== actor) {
		return {
			code: "move_not_allowed",
			message: `${ticket.number} goes from ${fromName} to ${to.name} by itself, not by hand.`,
			path: "state",
		};
	}
	return undefined;
}

/** What leaving a state empties. */
function clearedBy(from: StateDefinition | undefined, isMove: boolean): TicketPatch {
	if (!isMove || !from) return {};
	return Object.fromEntries(from.clearsOnLeave.map((field) => [field, null]));
}

/** A move is asked for everything; an edit in place only for what it touches, as imported tickets may lack the rest. */
function concerns(requirement: Requirement, change: ProposedChange, isMove: boolean): boolean {
	if (isMove) return true;
	return requirement.anyOf?.some((field) => change.set[field] !== undefined) ?? false;
}

function isMet(requirement: Requirement, after: Ticket, note: Note | undefined): boolean {
	if (requirement.when && after[requirement.when.field] !== requirement.when.is) return true;
	if (requirement.anyOf && !requirement.anyOf.some((field) => isFilled(after[field]))) return false;
	return requirement.note === undefined || (note?.kind === requirement.note && isFilled(note.text));
}

function isFilled(value: unknown): boolean {
	return typeof value === "string" ? value.trim() !== "" : value !== null && value !== undefined;
}

function describeMissing(requirement: Requirement, state: StateDefinition): Refusal {
	if (requirement.anyOf) {
		const labels = requirement.anyOf.map((field) => FIELD_LABELS[field]).join(" or ");
		return {
			code: "field_required",
			message: `${state.name} needs ${withArticle(labels)}.`,
			path: requirement.anyOf[0],
		};
	}
	const label = requirement.note === "comment" ? "comment to the caller" : "work note";
	return { code: "note_required", message: `${state.name} for this reason needs a ${label}.`, path: "note" };
}

function withArticle(label: string): string {
	if (label.endsWith("notes")) return label;
	return `${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
}

/** The states a ticket may go to by hand, in the order of its lifecycle. */
export function possibleMoves(ticket: Ticket, actor: MoveActor = "person"): readonly StateDefinition[] {
	const from = findState(ticket.kind, ticket.state);
	return (from?.moves ?? [])
		.filter((move) => move.by === undefined || move.by === actor)
		.flatMap((move) => findState(ticket.kind, move.to) ?? []);
}
