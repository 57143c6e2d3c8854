import { ok, type Result, refuse } from "../../../shared/result.ts";
import { applyChange, pickFields } from "../../../shared/ticket/apply.ts";
import { stateBeforeMerge } from "../../../shared/ticket/merging.ts";
import {
	fieldGroupOf,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../shared/ticket/ticket.ts";
import { type DoneEdit, planUndo } from "../../../shared/ticket/undo.ts";
import { withoutNumber } from "../../../shared/ticket/without-number.ts";
import { judgeEditHere, readyToEdit, save } from "../calls/edit-calls.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import { momentOf } from "../engine/synced-at.ts";
import { makeChangeEntry } from "../outbox/make-entry.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import type { BatchUndone } from "./bulk-protocol.ts";
import { readShown, type Standing } from "./shown-tickets.ts";

const STATE_FIELDS: ReadonlySet<string> = new Set(fieldGroupOf("state"));

/** What taking one entry back comes to. */
type OneUndo =
	| { readonly kind: "set"; readonly set: TicketPatch; readonly isPartly: boolean; readonly isLeft: boolean }
	| { readonly kind: "left" }
	| { readonly kind: "refused"; readonly reason: string };

/** Takes back one edit, or all of one act, by entries of their own; answers what could be given back. */
export async function takeBack(model: Model, intentOrBatchId: string): Promise<Result<BatchUndone>> {
	const ready = await readyToEdit(model, {}, undefined);
	if (!ready.ok) return ready;
	const generation = ready.value;
	const { outbox } = generation;
	// What the desk has refused was never done.
	const done = (await outbox.listOf(intentOrBatchId)).filter(({ phase }) => phase !== "needs-you");
	if (done.length === 0)
		return refuse("nothing_to_undo", "This edit is no longer known here, so it can’t be taken back.");
	const standings = await readShown(
		generation,
		done.map(({ intent }) => intent.ticketId),
	);
	const shownOf = new Map(standings.map((standing) => [standing.shown.id, standing]));
	const planned = done.flatMap((entry) => {
		const standing = shownOf.get(entry.intent.ticketId);
		return standing ? [{ entry, standing, undo: planOne(model, generation, entry, standing) }] : [];
	});
	const batchId = model.makeId();
	const isOne = done.length === 1;
	const moment = momentOf(model);
	const makes = planned.flatMap(({ entry, standing, undo }) => {
		if (undo.kind !== "set") return [];
		const making = {
			intentId: isOne ? batchId : model.makeId(),
			personId: outbox.personId,
			...moment,
			...(isOne ? {} : { batchId }),
			undoes: entry.id,
		};
		return [
			(numbers: OrderNumbers) =>
				makeChangeEntry(standing, { ticketId: standing.shown.id, set: undo.set }, { ...making, numbers }),
		];
	});
	const saved = makes.length > 0 ? await save(() => outbox.addAll(makes)) : ok([]);
	return saved.ok
		? ok(
				countUndone(
					planned.map(({ undo }) => undo),
					makes.length > 0 ? batchId : null,
				),
			)
		: saved;
}

type OrderNumbers = Parameters<typeof makeChangeEntry>[2]["numbers"];

function planOne(model: Model, generation: OpenGeneration, entry: OutboxEntry, { shown }: Standing): OneUndo {
	const { set, left } = planUndo(shown, doneEdit(entry, shown));
	const isLeft = left.length > 0;
	if (Object.keys(set).length === 0) return isLeft ? { kind: "left" } : NOTHING_SET;
	const goesBackTo = stateBefore(entry, shown);
	const judged = judgeEditHere(model, generation, shown, { set, goesBackTo });
	if (judged.ok) return { kind: "set", set: judged.value, isPartly: false, isLeft };
	const rest = Object.fromEntries(Object.entries(set).filter(([field]) => !STATE_FIELDS.has(field)));
	const again =
		Object.keys(rest).length > 0 ? judgeEditHere(model, generation, shown, { set: rest }) : judged;
	if (again.ok) return { kind: "set", set: again.value, isPartly: true, isLeft };
	return { kind: "refused", reason: withoutNumber(judged.error.message, shown.number) };
}

/** What a merge took: by the values that the entry says it began with. */
function stateBefore({ intent }: OutboxEntry, shown: Ticket): number | undefined {
	if (intent.type === "create") return undefined;
	const { base, set } = intent;
	const fields = Object.keys(set) as TicketFieldName[];
	return stateBeforeMerge(
		shown,
		Object.fromEntries(fields.map((field) => [field, { from: base[field] ?? null, to: set[field] ?? null }])),
	);
}

/** A note only adds. */
const NOTHING_SET: OneUndo = { kind: "refused", reason: "Notes stay: they can’t be taken back." };

/** What an entry changed; the values that follow from what it set included. */
function doneEdit({ intent, seen, personId }: OutboxEntry, shown: Ticket): DoneEdit {
	if (intent.type === "create") return { before: {}, after: {} };
	const { base, set } = intent;
	const before = { ...(seen ?? shown), ...base };
	const act = { isByPerson: true, personId, note: intent.note ?? null };
	const after = applyChange(before, set, intent.occurredAt, act).ticket;
	const fields = Object.keys(base) as TicketFieldName[];
	return { before: pickFields(before, fields), after: pickFields(after, fields) };
}

function countUndone(undos: readonly OneUndo[], batchId: string | null): BatchUndone {
	const refused: Record<string, number> = {};
	for (const undo of undos)
		if (undo.kind === "refused") refused[undo.reason] = (refused[undo.reason] ?? 0) + 1;
	const given = undos.filter((undo) => undo.kind === "set");
	return {
		batchId,
		undone: given.filter(({ isPartly, isLeft }) => !isPartly && !isLeft).length,
		partly: given.filter(({ isPartly }) => isPartly).length,
		left: undos.filter((undo) => undo.kind === "left" || (undo.kind === "set" && undo.isLeft)).length,
		refused,
	};
}
