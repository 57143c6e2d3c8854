import { consequenceOf } from "../../../shared/change/consequence.ts";
import {
	type AppliedChange,
	applyChange,
	type FieldChanges,
	pickFields,
} from "../../../shared/ticket/apply.ts";
import { judgeChange } from "../../../shared/ticket/judge.ts";
import { stateBeforeMerge } from "../../../shared/ticket/merging.ts";
import {
	fieldsToRemember,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../shared/ticket/ticket.ts";
import { withoutNumber } from "../../../shared/ticket/without-number.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import { nameAll } from "../topics/name-all.ts";
import { type BulkEdit, type BulkLine, type BulkPreview, isBlankEdit } from "./bulk-protocol.ts";
import { judgeBulk } from "./judge-bulk.ts";
import { readShown } from "./shown-tickets.ts";

const NOTHING: BulkPreview = { lines: [], kinds: [], names: {}, tookMs: 0 };

/** What an edit would make of each of many tickets, or why it would not. */
export async function previewBulk(
	model: Model,
	ticketIds: readonly string[],
	edit: BulkEdit,
): Promise<BulkPreview> {
	const { generation } = model;
	if (!generation) return NOTHING;
	const startedAt = performance.now();
	const standings = await readShown(generation, ticketIds);
	const lines = standings.map(({ shown }) => previewOne(model, generation, shown, edit));
	const kinds = [...new Set(lines.map(({ kind }) => kind))];
	const names = nameAll(generation.cache, new Set(lines.flatMap(idsIn)));
	return { lines, kinds, names, tookMs: performance.now() - startedAt };
}

function previewOne(model: Model, generation: OpenGeneration, shown: Ticket, edit: BulkEdit): BulkLine {
	const { id: ticketId, number, kind, shortDescription } = shown;
	const about = { ticketId, number, kind, shortDescription };
	const judged = isBlankEdit(edit) ? null : judgeBulk(model, generation, shown, edit);
	if (!judged || (!judged.ok && judged.error.code === "nothing_changed"))
		return { ...about, outcome: "same" };
	if (!judged.ok)
		return { ...about, outcome: "refused", reason: withoutNumber(judged.error.message, number) };
	const { things } = generation.cache;
	const act = { isByPerson: true, personId: model.session?.person?.id ?? null, note: edit.note ?? null };
	const { ticket, changes } = applyChange(
		shown,
		judged.value,
		model.deskNow(),
		act,
		things.settings.priorities.matrix,
	);
	const consequence = consequenceOf(shown, ticket, things.changeSettings?.templates ?? []);
	return {
		...about,
		outcome: "changes",
		changes,
		isOneWay: judged.value.state !== undefined && !canGoBack(shown, { ticket, changes }, judged.value),
		isVoiding: consequence !== null,
	};
}

/** Whether what was there could be set again after the edit. */
function canGoBack(before: Ticket, { ticket: after, changes }: AppliedChange, set: TicketPatch): boolean {
	const fields = fieldsToRemember(Object.keys(set) as TicketFieldName[]);
	const back = pickFields(before, fields);
	return judgeChange(after, { set: back, actor: "person", goesBackTo: stateBeforeMerge(after, changes) }).ok;
}

function idsIn(line: BulkLine): readonly (string | number | null)[] {
	return line.outcome === "changes" ? valuesOf(line.changes) : [];
}

function valuesOf(changes: FieldChanges): readonly (string | number | null)[] {
	return Object.values(changes).flatMap((change) => (change ? [change.from, change.to] : []));
}
