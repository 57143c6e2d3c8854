import { ok, type Result, refuse } from "../../../shared/result.ts";
import { readyToEdit, save } from "../calls/edit-calls.ts";
import type { Model } from "../engine/model.ts";
import { momentOf } from "../engine/synced-at.ts";
import { makeChangeEntry } from "../outbox/make-entry.ts";
import { BULK_LIMIT, type BulkApplied, type BulkEdit } from "./bulk-protocol.ts";
import { judgeBulk } from "./judge-bulk.ts";
import { readShown } from "./shown-tickets.ts";

/**
 * Makes one edit on many tickets: each is judged by itself as it is shown now, and those that may take it get
 * an intent of their own under one batch id, all written in one step. What the rules refuse is counted.
 */
export async function applyBulk(
	model: Model,
	ticketIds: readonly string[],
	edit: BulkEdit,
): Promise<Result<BulkApplied>> {
	const ready = await readyToEdit(model, edit.set, edit.note);
	if (!ready.ok) return ready;
	if (ticketIds.length > BULK_LIMIT)
		return refuse("too_many", `At most ${BULK_LIMIT} tickets can be changed at once.`);
	const generation = ready.value;
	const { outbox } = generation;
	const batchId = model.makeId();
	const moment = momentOf(model);
	const { note } = edit;
	const standings = await readShown(generation, ticketIds);
	const judged = standings.map((standing) => ({
		standing,
		verdict: judgeBulk(model, generation, standing.shown, edit),
	}));
	const makes = judged.flatMap(({ standing, verdict }) => {
		if (!verdict.ok) return [];
		const own = { ticketId: standing.shown.id, set: verdict.value, ...(note ? { note } : {}) };
		const making = { intentId: model.makeId(), personId: outbox.personId, ...moment, batchId };
		return [
			(numbers: Parameters<typeof makeChangeEntry>[2]["numbers"]) =>
				makeChangeEntry(standing, own, { ...making, numbers }),
		];
	});
	const same = judged.filter(({ verdict }) => !verdict.ok && verdict.error.code === "nothing_changed").length;
	const refused = ticketIds.length - makes.length - same;
	if (makes.length === 0) return ok({ batchId, changed: 0, same, refused });
	const saved = await save(() => outbox.addAll(makes));
	return saved.ok ? ok({ batchId, changed: makes.length, same, refused }) : saved;
}
