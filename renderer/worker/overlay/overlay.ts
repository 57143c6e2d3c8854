import type { PriorityMatrix } from "../../../shared/ticket/priority.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { type ShownTicket, showIntents } from "./show-intents.ts";

/** What the cache knows when it is asked whether an applied edit has come back down. */
export interface BaseStanding {
	readonly epoch: string;
	readonly cursor: number;
	/** The newest place in the feed that the desk has spoken of. */
	readonly head: number;
	readonly baseRevision: number;
}

/**
 * Whether the screen still needs this entry: it leaves only when the base has what it became. The feed
 * tells of a ticket once, at its newest place: past the answer's own place that may still lie ahead, until
 * the cache has caught up. Derived, never stored, so no crash can part the two.
 */
export function isInOverlay(entry: OutboxEntry, standing: BaseStanding): boolean {
	if (entry.phase === "settled") return false;
	const { answer } = entry;
	if (entry.phase !== "applied" || !answer) return true;
	const { cursor, head, baseRevision } = standing;
	const hasReached = baseRevision >= answer.revision || (cursor >= answer.seq && cursor >= head);
	return answer.epoch === standing.epoch && !hasReached;
}

interface OverlaidTicket {
	readonly base: Ticket | null;
	readonly lane: readonly OutboxEntry[];
	readonly shown: ShownTicket | null;
}

/** Pending edits over the base: the base is kept beside, never edited. */
export class Overlay {
	readonly #tickets = new Map<string, OverlaidTicket>();
	readonly #matrix: () => PriorityMatrix;

	constructor(matrix: () => PriorityMatrix) {
		this.#matrix = matrix;
	}

	get ticketIds(): Iterable<string> {
		return this.#tickets.keys();
	}

	has(ticketId: string): boolean {
		return this.#tickets.has(ticketId);
	}

	laneOf(ticketId: string): readonly OutboxEntry[] {
		return this.#tickets.get(ticketId)?.lane ?? [];
	}

	baseOf(ticketId: string): Ticket | null | undefined {
		return this.#tickets.get(ticketId)?.base;
	}

	shownOf(ticketId: string): ShownTicket | null {
		return this.#tickets.get(ticketId)?.shown ?? null;
	}

	/** Lays a lane over a base; answers what is shown now. */
	put(ticketId: string, base: Ticket | null, lane: readonly OutboxEntry[]): ShownTicket | null {
		const shown = showIntents(base, lane, this.#matrix());
		this.#tickets.set(ticketId, { base, lane, shown });
		return shown;
	}

	remove(ticketId: string): void {
		this.#tickets.delete(ticketId);
	}
}
