import type { Model } from "../engine/model.ts";
import type { SyncStatus } from "../protocol.ts";

/** The one truth about the connection. */
export function syncPayload(model: Model): SyncStatus {
	const entries = model.generation?.outbox.entries ?? [];
	const needsYou = entries.filter((entry) => entry.phase === "needs-you").length;
	const { connection, clockOffsetMs, problem } = model.writer;
	return {
		state: stateOf(model, needsYou),
		pending: entries.filter((entry) => entry.phase !== "applied").length,
		needsYou,
		left: connection.left,
		offlineSince: connection.offlineSince,
		heardAt: connection.heardAt,
		storage: model.storage,
		problem: model.problem ?? problem,
		firstSync: connection.firstSync,
		clockOffsetMs,
		isWriter: model.isWriter,
	};
}

function stateOf(model: Model, needsYou: number): SyncStatus["state"] {
	const { state } = model.writer.connection;
	if (!model.isStarted) return "starting";
	if (state === "connecting") return model.generation ? "catching-up" : "starting";
	return state === "live" && needsYou > 0 ? "needs-you" : state;
}
