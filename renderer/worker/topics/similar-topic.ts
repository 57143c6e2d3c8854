import { fieldValue, type Ticket } from "../../../shared/ticket/ticket.ts";
import type { TicketCache } from "../cache/ticket-cache.ts";
import { pass, systemClock } from "../clock.ts";
import type { Model } from "../engine/model.ts";
import type { SimilarQuestion } from "../similar/similar-tickets.ts";
import { makeRow } from "../views/queue-row.ts";
import { ShownTickets } from "../views/shown-tickets.ts";
import type { SimilarView, Solution } from "./ticket-protocol.ts";

const SHOWN = 6;
/** More is read on the ticket itself. */
const NOTES_LENGTH = 400;
/** Between two steps of making the index, so that others are answered meanwhile. */
const pause = () => pass(systemClock, 0);

/** Tickets like one, how they were solved, and the team they suggest. */
export async function similarPayload(
	{ generation }: Model,
	question: SimilarQuestion,
): Promise<SimilarView | undefined> {
	if (!generation) return undefined;
	const { cache, views } = generation;
	const { slots, team } = await views.similar.ask(question, pause);
	const solutions = solutionsOf(cache);
	const context = views.rowContext();
	const tickets = slots.slice(0, SHOWN).map(async (slot) => ({
		row: makeRow(context, slot),
		solution: await solutions.at(slot),
	}));
	const name = team && cache.things.teams.get(team.teamId)?.name;
	return {
		...question,
		tickets: await Promise.all(tickets),
		team: team && name !== null && name !== undefined ? { ...team, name } : null,
	};
}

const kept = new WeakMap<TicketCache, ShownTickets<Solution | null>>();

/** Of a cache: the same ones, so that what was read once is known. */
function solutionsOf(cache: TicketCache): ShownTickets<Solution | null> {
	const known = kept.get(cache) ?? new ShownTickets(cache, solutionOf);
	kept.set(cache, known);
	return known;
}

/** What closed it; of a problem the fix, or the way around it while there is none. */
function solutionOf(ticket: Ticket): Solution | null {
	const fix = ticket.closeNotes ?? textOf(ticket, "$fixNotes");
	const notes = fix ?? textOf(ticket, "$workaround");
	if (ticket.closeCode === null && notes === null) return null;
	return {
		closeCode: ticket.closeCode,
		notes: (notes ?? "").slice(0, NOTES_LENGTH),
		isWorkaround: fix === null && notes !== null,
	};
}

function textOf(ticket: Ticket, field: `$${string}`): string | null {
	const value = fieldValue(ticket, field);
	return typeof value === "string" && value !== "" ? value : null;
}
