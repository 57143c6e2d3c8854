import type { Intent } from "../../../shared/api/intents.ts";
import { isDeclared } from "../../../shared/ticket/ticket.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";

/**
 * What is sent next: entries in their order, each ticket's lane up to the first that needs a person or
 * waits for its files. The lane behind it waits, and what names a ticket that could not be made for that;
 * other tickets go on.
 */
export function nextBatch(entries: readonly OutboxEntry[], limit: number): readonly OutboxEntry[] {
	const isStopped = (entry: OutboxEntry) =>
		entry.phase === "needs-you" || (entry.phase === "pending" && (entry.waitsFor?.length ?? 0) > 0);
	const behind = entriesBehind(entries, isStopped);
	return entries
		.filter((entry) => entry.phase === "pending" && !isStopped(entry) && !behind.has(entry.id))
		.slice(0, limit);
}

/** Ids of pending entries that wait behind one that needs a person. */
export function blockedEntries(entries: readonly OutboxEntry[]): ReadonlySet<string> {
	return entriesBehind(entries, ({ phase }) => phase === "needs-you");
}

/** Ids of pending entries behind one that is stopped: of the same ticket, or naming one that it was to make. */
function entriesBehind(
	entries: readonly OutboxEntry[],
	isStopped: (entry: OutboxEntry) => boolean,
): ReadonlySet<string> {
	const stoppedLanes = new Set<string>();
	const unmade = new Set<string>();
	const behind = new Set<string>();
	for (const entry of entries) {
		const { id, phase, intent } = entry;
		const isBehind = phase === "pending" && (stoppedLanes.has(intent.ticketId) || namesAny(intent, unmade));
		if (isBehind) behind.add(id);
		if (!isBehind && !isStopped(entry)) continue;
		stoppedLanes.add(intent.ticketId);
		if (intent.type === "create") unmade.add(intent.ticketId);
	}
	return behind;
}

function namesAny({ set }: Intent, ticketIds: ReadonlySet<string>): boolean {
	if (ticketIds.size === 0) return false;
	return Object.entries(set).some(
		([field, value]) => typeof value === "string" && mayNameTicket(field) && ticketIds.has(value),
	);
}

/** A declared field may be a ticket's; what an id looks like, no other text does. */
function mayNameTicket(field: string): boolean {
	return field === "parentId" || field === "problemId" || isDeclared(field);
}
