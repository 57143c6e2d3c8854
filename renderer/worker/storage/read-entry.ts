import type { OutboxEntry, OutboxPhase } from "./outbox-store.ts";

const PHASES: ReadonlySet<unknown> = new Set<OutboxPhase>(["pending", "needs-you", "applied", "settled"]);
const TYPES: ReadonlySet<unknown> = new Set(["create", "change"]);

/**
 * Whether a stored record is an edit that the rest of the worker can handle. By hand rather than by a
 * schema: thousands are read whenever another window has written, and the desk judges what they say.
 */
export function isReadableEntry(value: unknown): value is OutboxEntry {
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

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
