import type { OutboxEntry } from "../../renderer/worker/storage/outbox-store.ts";
import type { HistoryEntry } from "../../shared/api/tickets.ts";
import type { TicketFieldName } from "../../shared/ticket/ticket.ts";
import type { Ledger, LedgerEntry } from "../people/ledger.ts";
import type { DeskTruth } from "./desk-truth.ts";
import type { Report } from "./violation.ts";

export interface Kept {
	readonly ledger: Ledger;
	/** What lies in the outboxes. */
	readonly waiting: ReadonlyMap<string, OutboxEntry>;
	/** Who may no longer read the desk. */
	readonly barred: ReadonlySet<string>;
}

/** What every seed must have brought to the desk, whatever happened on the way. */
export function checkDesk(truth: DeskTruth, { ledger, waiting, barred }: Kept, report: Report): void {
	const byIntent = Map.groupBy(truth.history, (entry) => entry.intentId);
	for (const entry of ledger.entries) {
		// What a restored desk lost is offered again once whoever made it may work there again.
		if (!barred.has(entry.personId)) checkKept(entry, truth, waiting, report);
		const made = byIntent.get(entry.intentId) ?? [];
		checkGone(entry, waiting, report);
		checkOnce(entry, made, truth, report);
		checkSeen(entry, made, report);
		for (const { actor } of made) {
			if (actor.id !== entry.personId)
				report("I2", `${entry.intentId} of ${entry.personId} was recorded as ${actor.id}’s`);
		}
	}
	checkOrder(truth, ledger, report);
}

/** I1: on the desk, waiting for a person, or discarded by one. */
function checkKept(
	entry: LedgerEntry,
	truth: DeskTruth,
	waiting: ReadonlyMap<string, OutboxEntry>,
	report: Report,
): void {
	const { fate, intentId, ticketId } = entry;
	if (fate.kind !== "kept" || truth.applied.has(intentId)) return;
	const left = waiting.get(intentId);
	if (!left) report("I1", `${intentId} of ${ticketId} was saved and is nowhere`);
	else if ((left.phase === "applied" || left.phase === "settled") && !isSaidAnyway(entry, truth))
		report("I1", `${intentId} of ${ticketId} counts as ${left.phase}, and the desk does not have it`);
}

/** An edit that changed nothing leaves a receipt only: with that lost, the ticket still says what it asked for. */
function isSaidAnyway({ ticketId, set, note, type }: LedgerEntry, { history }: DeskTruth): boolean {
	if (note || type === "create") return false;
	const entries = history.filter((entry) => entry.ticketId === ticketId);
	return Object.entries(set).every(([field, value]) =>
		entries.some(({ changes }) => changes[field]?.to === value),
	);
}

/** I10: what a person discarded may still arrive late at the desk, but never waits to be sent again. */
function checkGone(
	{ wasTakenOut, wasPutBack, intentId, ticketId }: LedgerEntry,
	waiting: ReadonlyMap<string, OutboxEntry>,
	report: Report,
): void {
	const left = wasTakenOut && !wasPutBack ? waiting.get(intentId) : undefined;
	if (left) report("I10", `${intentId} of ${ticketId} was discarded and is back: ${left.phase}`);
}

/** I2: one opening, one entry, one note. */
function checkOnce(
	entry: LedgerEntry,
	made: readonly HistoryEntry[],
	truth: DeskTruth,
	report: Report,
): void {
	const once = entry.type === "create" ? made.filter(({ type }) => type === "created") : made;
	if (once.length > 1) report("I2", `${entry.intentId} was applied ${once.length} times`);
	const { note } = entry;
	const notes = note ? truth.history.filter((other) => other.note?.text === note.text) : [];
	if (notes.length > 1) report("I2", `the note of ${entry.intentId} is there ${notes.length} times`);
}

/** I8: nothing was overwritten that the person had not seen. */
function checkSeen(
	{ intentId, set, seen }: LedgerEntry,
	made: readonly HistoryEntry[],
	report: Report,
): void {
	for (const { changes, type } of made) {
		if (type === "created") continue;
		for (const field of Object.keys(set) as TicketFieldName[]) {
			const change = changes[field];
			if (!change || !(field in seen) || change.from === seen[field]) continue;
			report(
				"I8",
				`${intentId} overwrote ${field}=${change.from}; the person had seen ${String(seen[field])}`,
			);
		}
	}
}

/** I5: what was saved before another was begun is in the ticket's history before it. */
function checkOrder({ history }: DeskTruth, ledger: Ledger, report: Report): void {
	for (const [ticketId, entries] of Map.groupBy(history, (entry) => entry.ticketId)) {
		// What a person took out may still arrive late.
		const known = entries
			.flatMap(({ intentId }) => ledger.find(intentId ?? "") ?? [])
			.filter(({ fate }) => fate.kind === "kept");
		for (const [index, later] of known.entries()) {
			for (const earlier of known.slice(0, index)) {
				const isSameLane = earlier.station === later.station && earlier.personId === later.personId;
				const wasMoved = earlier.wasPutBack || later.wasPutBack;
				if (isSameLane && !wasMoved && later.savedAt < earlier.begunAt)
					report("I5", `${ticketId}: ${earlier.intentId} came before ${later.intentId}`);
			}
		}
	}
}
