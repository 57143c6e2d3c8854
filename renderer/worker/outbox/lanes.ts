import type { OutboxEntry } from "../storage/outbox-store.ts";

/**
 * What is sent next: entries in their order, each ticket's lane up to the first that needs a person or
 * waits for its files. Only the lane behind it waits; other tickets go on.
 */
export function nextBatch(entries: readonly OutboxEntry[], limit: number): readonly OutboxEntry[] {
	const blocked = blockedEntries(entries);
	const waiting = new Set<string>();
	const ready = entries.filter((entry) => {
		if (entry.phase !== "pending" || blocked.has(entry.id)) return false;
		if ((entry.waitsFor?.length ?? 0) > 0) waiting.add(entry.intent.ticketId);
		return !waiting.has(entry.intent.ticketId);
	});
	return ready.slice(0, limit);
}

/** Ids of pending entries that wait behind one that needs a person. */
export function blockedEntries(entries: readonly OutboxEntry[]): ReadonlySet<string> {
	const stopped = new Set<string>();
	const blocked = new Set<string>();
	for (const entry of entries) {
		if (entry.phase === "needs-you") stopped.add(entry.intent.ticketId);
		else if (entry.phase === "pending" && stopped.has(entry.intent.ticketId)) blocked.add(entry.id);
	}
	return blocked;
}
