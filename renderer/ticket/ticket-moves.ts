import { assertNever } from "../../shared/result.ts";
import { possibleMoves } from "../../shared/ticket/judge.ts";
import { findState, type Requirement, type StateDefinition } from "../../shared/ticket/lifecycle.ts";
import type { Ticket, TicketFieldName } from "../../shared/ticket/ticket.ts";
import { ticketText } from "../text/en/ticket.ts";

/** What a move means to a person: it names the button and decides how it is asked. */
export type MoveMeaning = "start" | "resume" | "hold" | "resolve" | "reopen" | "cancel" | "other";

export interface TicketMove {
	readonly to: StateDefinition;
	readonly meaning: MoveMeaning;
	readonly label: string;
}

/** The moves a person may make from where a ticket is. */
export function ticketMoves(ticket: Ticket): readonly TicketMove[] {
	return possibleMoves(ticket).map((to) => {
		const meaning = meaningOf(ticket, to);
		return { to, meaning, label: moveLabel(ticket, to, meaning) };
	});
}

function meaningOf(ticket: Ticket, to: StateDefinition): MoveMeaning {
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

/** The fields to ask for before a move, from what the lifecycle requires there. */
export function fieldsToAsk(ticket: Ticket, to: StateDefinition): readonly TicketFieldName[] {
	return to.requires.flatMap(({ anyOf }) => {
		if (!anyOf) return [];
		const isMet = anyOf.some((field) => ticket[field] !== null && ticket[field] !== "");
		return anyOf.some((field) => ASKED_AGAIN.has(field)) || !isMet ? anyOf : [];
	});
}

/** The requirement of a note that holds for the values of a form, if any. */
export function noteNeeded(
	to: StateDefinition,
	values: Readonly<Partial<Record<TicketFieldName, unknown>>>,
): Requirement | undefined {
	return to.requires.find(
		({ note, when }) => note !== undefined && (when === undefined || values[when.field] === when.is),
	);
}
