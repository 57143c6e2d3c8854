import type { HistoryEntry } from "../api/tickets.ts";
import { isOpenState } from "../ticket/lifecycle.ts";
import type { Ticket } from "../ticket/ticket.ts";

/** Parts of a ticket: what becomes of them is told by the whole. */
const PARTS: ReadonlySet<string> = new Set(["item", "task", "approval"]);
/** Their end is the desk’s business; a caller of one hears of it by a comment. */
const INNER: ReadonlySet<string> = new Set(["problem", "change"]);

/** What one entry of the history tells the caller by mail; `null` where it is not theirs to hear. */
export type Telling = "comment" | "ended" | null;

/**
 * What of an entry goes to the caller: what was said for all to see, and that it is done. Never a work note, and
 * never back to who wrote it.
 */
export function tellingOf(ticket: Ticket, entry: HistoryEntry): Telling {
	const { actor, note } = entry;
	if (ticket.callerId === null || actor.kind === "import") return null;
	if (actor.kind === "person" && actor.id === ticket.callerId) return null;
	if (ticket.kind === "approval") return null;
	if (hasEnded(ticket, entry)) return "ended";
	return note?.kind === "comment" ? "comment" : null;
}

function hasEnded({ kind }: Ticket, { changes }: HistoryEntry): boolean {
	if (PARTS.has(kind) || INNER.has(kind)) return false;
	const { state } = changes;
	if (typeof state?.from !== "number" || typeof state.to !== "number") return false;
	return isOpenState(kind, state.from) && !isOpenState(kind, state.to);
}
