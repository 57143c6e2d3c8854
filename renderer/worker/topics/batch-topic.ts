import type { BatchStanding } from "../bulk/bulk-protocol.ts";
import type { Model } from "../engine/model.ts";

/** How far the edits of one act have come: what is neither waiting nor refused the desk has. */
export function batchPayload({ generation }: Model, batchId: string): BatchStanding | undefined {
	if (!generation) return undefined;
	let waiting = 0;
	let needsYou = 0;
	for (const { intent, phase } of generation.outbox.entries) {
		if (intent.type !== "change" || intent.batchId !== batchId) continue;
		waiting += Number(phase === "pending");
		needsYou += Number(phase === "needs-you");
	}
	return { waiting, needsYou };
}
