import { INTENT_FORMAT } from "../../../shared/api/intent-format.ts";
import { bringUpToDate, isRecord, type RecordFormat } from "../../../shared/format.ts";
import type { OutboxEntry, OutboxPhase } from "./outbox-store.ts";

const PHASES: ReadonlySet<unknown> = new Set<OutboxPhase>(["pending", "needs-you", "applied", "settled"]);
const TYPES: ReadonlySet<unknown> = new Set(["create", "change"]);

/**
 * Entries of the first format hold intents of the first, and tickets that don't say what they are a piece of or
 * caused by; those of the second say so, and no version.
 */
export const ENTRY_FORMAT: RecordFormat = {
	version: 2,
	versionOf: ({ format, intent }) => format ?? (isRecord(intent) && intent.v === 1 ? 1 : 2),
	steps: {
		1: ({ seen, ...entry }) => ({
			...entry,
			seen: isRecord(seen) ? { parentId: null, problemId: null, ...seen } : seen,
		}),
	},
};

/**
 * A stored entry, or one from the journal, as this build writes it; `null` where it is damaged or a newer
 * program wrote it: then it stays where it is.
 */
export function readEntry(stored: unknown): OutboxEntry | null {
	const entry = isRecord(stored) ? bringUpToDate(stored, ENTRY_FORMAT) : null;
	if (!entry?.ok || !isRecord(entry.value.intent)) return null;
	const intent = bringUpToDate(entry.value.intent, INTENT_FORMAT);
	if (!intent.ok) return null;
	const isCurrent = intent.value === entry.value.intent;
	const current = isCurrent ? entry.value : { ...entry.value, intent: intent.value };
	return isReadableEntry(current) ? current : null;
}

/**
 * Whether a stored record is an edit that the rest of the worker can handle. By hand rather than by a
 * schema: thousands are read whenever another window has written, and the desk judges what they say.
 */
function isReadableEntry(value: unknown): value is OutboxEntry {
	if (!isRecord(value) || !isRecord(value.intent)) return false;
	const { id, personId, order, intent, phase, seen, queuedAt, attempts } = value;
	return (
		typeof id === "string" &&
		typeof personId === "string" &&
		typeof order === "number" &&
		typeof queuedAt === "number" &&
		typeof attempts === "number" &&
		PHASES.has(phase) &&
		intent.id === id &&
		typeof intent.ticketId === "string" &&
		typeof intent.occurredAt === "number" &&
		TYPES.has(intent.type) &&
		isRecord(intent.set) &&
		isNullOr(seen, (ticket) => typeof ticket.id === "string" && typeof ticket.revision === "number") &&
		isNullOr(value.reason, (reason) => typeof reason.message === "string") &&
		isNullOr(value.conflict, (conflict) => Array.isArray(conflict.fields)) &&
		isNullOr(value.answer, (answer) => typeof answer.epoch === "string" && typeof answer.seq === "number")
	);
}

function isNullOr(value: unknown, test: (record: Record<string, unknown>) => boolean): boolean {
	return value === null || (isRecord(value) && test(value));
}
