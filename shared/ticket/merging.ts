import type { FieldChanges } from "./apply.ts";
import { isOpenState } from "./lifecycle.ts";
import { INCIDENT_STATE } from "./lifecycles/incident.ts";
import { DUPLICATE_OF } from "./relations.ts";
import { fieldValue, type Ticket, type TicketPatch } from "./ticket.ts";

/** Kinds whose tickets can be merged; a problem is closed as a duplicate by a move of its own. */
const MERGED_KIND = "incident";

/** How far merges of merged ones are followed: circles are refused, but an old desk may hold one. */
const MOST_STEPS = 50;

export function canMerge({ kind }: Pick<Ticket, "kind">): boolean {
	return kind === MERGED_KIND;
}

/** What a ticket becomes that is merged into another one: resolved as its duplicate, so that its clocks end. */
export function mergePatch(remaining: Pick<Ticket, "id" | "number">): TicketPatch {
	return {
		state: INCIDENT_STATE.resolved,
		closeCode: "Duplicate",
		closeNotes: `Merged into ${remaining.number}.`,
		[DUPLICATE_OF]: remaining.id,
	};
}

/** The id of the ticket that stands for this one since it was merged; `null` where none does. */
export function mergedInto(ticket: Ticket): string | null {
	if (!canMerge(ticket) || isOpenState(ticket.kind, ticket.state)) return null;
	const other = fieldValue(ticket, DUPLICATE_OF);
	return typeof other === "string" && other !== "" ? other : null;
}

/** The ticket that stands for this one in the end; itself where it was not merged, or what it was merged into is gone. */
export async function findRemaining(
	ticket: Ticket,
	find: (ticketId: string) => Promise<Ticket | null>,
): Promise<Ticket> {
	let remaining = ticket;
	for (let step = 0; step < MOST_STEPS; step += 1) {
		const otherId = mergedInto(remaining);
		const other = otherId === null ? null : await find(otherId);
		if (!other) return remaining;
		remaining = other;
	}
	return remaining;
}

/**
 * The state that taking a merge back may give back though no move of the lifecycle leads there: the one that the
 * merge itself took, while nothing has moved the ticket since. `undefined` where the edit was no merge.
 */
export function stateBeforeMerge(now: Ticket, merge: FieldChanges): number | undefined {
	const { state } = merge;
	if (!canMerge(now) || !state || typeof merge[DUPLICATE_OF]?.to !== "string") return undefined;
	return now.state === state.to && typeof state.from === "number" ? state.from : undefined;
}
