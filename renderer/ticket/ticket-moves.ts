import { can, type Role } from "../../shared/permission/permission.ts";
import { assertNever } from "../../shared/result.ts";
import { saidBy } from "../../shared/ticket/conditions.ts";
import { possibleMoves, requirementsOf } from "../../shared/ticket/judge.ts";
import { isFilled } from "../../shared/ticket/judge-values.ts";
import {
	findState,
	type Move,
	type Requirement,
	type StateDefinition,
} from "../../shared/ticket/lifecycle.ts";
import { APPROVAL_STATE } from "../../shared/ticket/lifecycles/approval.ts";
import {
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../shared/ticket/ticket.ts";
import { ticketText } from "../text/en/ticket.ts";

/** What a move means to a person: it names the button and decides how it is asked. */
export type MoveMeaning =
	| "start"
	| "resume"
	| "hold"
	| "resolve"
	| "reopen"
	| "cancel"
	| "approve"
	| "reject"
	| "other";

export interface TicketMove {
	/** Tells two moves to one state apart. */
	readonly id: string;
	readonly to: StateDefinition;
	readonly move: Move;
	readonly meaning: MoveMeaning;
	readonly label: string;
}

/** The moves a person may make from where a ticket is. */
export function ticketMoves(ticket: Ticket): readonly TicketMove[] {
	return possibleMoves(ticket).flatMap((move) => {
		const to = findState(ticket.kind, move.to);
		if (!to) return [];
		const meaning = meaningOf(ticket, to);
		const label = move.label ?? moveLabel(ticket, to, meaning);
		return [{ id: `${move.to} ${label}`, to, move, meaning, label }];
	});
}

/** Those of them that these roles allow. */
export function movesFor(ticket: Ticket, roles: readonly Role[]): readonly TicketMove[] {
	return ticketMoves(ticket).filter(({ move }) => move.needs === undefined || can(roles, move.needs));
}

function meaningOf(ticket: Ticket, to: StateDefinition): MoveMeaning {
	if (ticket.kind === "approval") return to.value === APPROVAL_STATE.approved ? "approve" : "reject";
	const from = findState(ticket.kind, ticket.state)?.phase;
	if (to.phase === "hold") return "hold";
	if (to.phase === "resolved") return "resolve";
	if (to.phase === "canceled") return "cancel";
	if (from === "resolved" && to.phase === "open") return "reopen";
	if (from === "hold" && to.phase === "open") return "resume";
	return ticket.kind === "incident" && to.phase === "open" ? "start" : "other";
}

function moveLabel(ticket: Ticket, to: StateDefinition, meaning: MoveMeaning): string {
	switch (meaning) {
		case "start":
		case "resume":
		case "hold":
		case "resolve":
		case "reopen":
		case "cancel":
		case "approve":
		case "reject":
			return ticketText.actions[meaning];
		case "other":
			return ticketText.actions.moveTo(ticketText.state(ticket.kind, to.value));
		default:
			return assertNever(meaning);
	}
}

/** Fields that say why or how a state was entered: asked for at every such move, even when filled. */
const ASKED_AGAIN: ReadonlySet<TicketFieldName> = new Set([
	"holdReason",
	"followUpAt",
	"closeCode",
	"closeNotes",
]);

/** The fields to ask for before a move, from what the lifecycle requires there and what a form has so far. */
export function fieldsToAsk(ticket: Ticket, move: Move, values: TicketPatch): readonly TicketFieldName[] {
	const said = saidBy(move.given);
	const asked = requirementsOf(ticket, move, values).flatMap(({ anyOf }) => {
		if (!anyOf || anyOf.some((field) => said[field] !== undefined)) return [];
		const isMet = anyOf.some((field) => isFilled(fieldValue(ticket, field)));
		return anyOf.some((field) => ASKED_AGAIN.has(field)) || !isMet ? anyOf : [];
	});
	return [...new Set([...asked, ...(move.offers ?? [])])];
}

/** The requirement of a note that holds for the values of a form, if any. */
export function noteNeeded(ticket: Ticket, move: Move, values: TicketPatch): Requirement | undefined {
	return requirementsOf(ticket, move, values).find(({ note }) => note !== undefined);
}
