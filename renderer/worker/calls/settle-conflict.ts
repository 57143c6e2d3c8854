import type { ChangeIntent } from "../../../shared/api/intents.ts";
import type { Ticket, TicketFieldName, TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import { baseValues } from "../outbox/make-entry.ts";
import type { Calls } from "../protocol.ts";
import type { OutboxConflict, OutboxEntry } from "../storage/outbox-store.ts";

type Settling = Parameters<Calls["settleConflict"]>[0];

/** Ends a conflict: what is kept of the edit is sent anew on top of theirs, under an id of its own. */
export async function settleConflict(
	{ outbox, cache }: OpenGeneration,
	makeId: Model["makeId"],
	{ intentId, keep }: Settling,
): Promise<void> {
	const entry = outbox.find(intentId);
	if (entry?.phase !== "needs-you" || !entry.conflict || entry.intent.type !== "change") return;
	const set = settledSet(entry.intent.set, entry.conflict, keep);
	const { note, attachmentIds = [] } = entry.intent;
	const isNothingLeft = Object.keys(set).length === 0 && !note && attachmentIds.length === 0;
	if (isNothingLeft) return outbox.update([intentId], () => null);
	const base = await cache.readBase(entry.intent.ticketId);
	await outbox.replace(intentId, onTopOfTheirs(entry, { ...entry.intent, set, id: makeId() }, base));
}

/** Mine of the chosen fields as the screen showed them, and whatever nobody disputes. */
function settledSet(set: TicketPatch, { fields }: OutboxConflict, keep: Settling["keep"]): TicketPatch {
	const disputed = new Set<string>(fields.map(({ field }) => field));
	const isMine = (field: TicketFieldName) => keep === "mine" || (keep !== "theirs" && keep.includes(field));
	const kept = fields.filter(({ field }) => isMine(field));
	return {
		...Object.fromEntries(Object.entries(set).filter(([field]) => !disputed.has(field))),
		...Object.fromEntries(kept.map(({ field, mine }) => [field, mine])),
	};
}

/** The desk's values are its base now; the conflict's own may be newer than the cache's. */
function onTopOfTheirs(entry: OutboxEntry, intent: ChangeIntent, base: Ticket | null): OutboxEntry {
	const theirs: TicketPatch = Object.fromEntries(
		(entry.conflict?.fields ?? []).map(({ field, theirs }) => [field, theirs]),
	);
	const known = base ?? entry.seen;
	return {
		...entry,
		id: intent.id,
		phase: "pending",
		reason: null,
		conflict: null,
		seen: known,
		intent: {
			...intent,
			baseRevision: known?.revision ?? intent.baseRevision,
			base: { ...(known ? baseValues(known, intent.set) : intent.base), ...theirs },
		},
	};
}
