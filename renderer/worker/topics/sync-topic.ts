import type { Model } from "../engine/model.ts";
import { blockedEntries } from "../outbox/lanes.ts";
import type { SyncStatus } from "../protocol.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";

/** An edit that is older and still on its way is something to catch up with; a younger one is just being sent. */
const ON_ITS_WAY_MS = 1_000;

/** The one truth about the connection. */
export function syncPayload(model: Model): SyncStatus {
	const entries = model.generation?.outbox.entries ?? [];
	const needsYou = entries.filter((entry) => entry.phase === "needs-you").length;
	const { connection, clockOffsetMs, problem } = model.writer;
	return {
		state: stateOf(model, entries, needsYou),
		pending: entries.filter((entry) => entry.phase !== "applied").length,
		needsYou,
		left: connection.left,
		offlineSince: connection.offlineSince,
		heardAt: connection.heardAt,
		storage: model.storage,
		problem: model.problem ?? problem,
		happenings: model.happenings,
		firstSync: connection.firstSync,
		clockOffsetMs,
		isWriter: model.isWriter,
	};
}

function stateOf(model: Model, entries: readonly OutboxEntry[], needsYou: number): SyncStatus["state"] {
	const { state } = model.writer.connection;
	if (!model.isStarted) return "starting";
	if (state === "connecting") return model.generation ? "catching-up" : "starting";
	if (state !== "live") return state;
	if (isBehind(model, entries)) return "catching-up";
	return needsYou > 0 ? "needs-you" : "live";
}

/** Edits that could be sent have waited for longer than sending takes. */
function isBehind(model: Model, entries: readonly OutboxEntry[]): boolean {
	const before = model.deskNow() - ON_ITS_WAY_MS;
	const late = entries.filter((entry) => entry.phase === "pending" && entry.queuedAt < before);
	if (late.length === 0) return false;
	const blocked = blockedEntries(entries);
	return late.some((entry) => !blocked.has(entry.id));
}
