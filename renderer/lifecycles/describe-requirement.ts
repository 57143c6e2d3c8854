import { fieldLabel } from "../../shared/ticket/field-labels.ts";
import type { Condition, Lifecycle, Move, Requirement } from "../../shared/ticket/lifecycle.ts";
import { isDeclared, type TicketFieldName } from "../../shared/ticket/ticket.ts";
import { attentionText } from "../text/en/attention.ts";
import { lifecyclesText as text } from "../text/en/lifecycles.ts";

/** `close notes, where close code is Duplicate`. */
export function describeRequirement(lifecycle: Lifecycle, { anyOf, note, when, of }: Requirement): string {
	const what = anyOf ? anyOf.map((field) => labelOf(lifecycle, field)).join(text.any) : "";
	const parts = [
		note ? text.note[note] : what,
		...(when ? [text.when(describeConditions(lifecycle, when))] : []),
		...(of ? [text.ofPeople] : []),
	];
	return parts.join(text.and);
}

/** What one move takes beyond its state's requirements. */
export function describeMove(lifecycle: Lifecycle, move: Move): readonly string[] {
	return [
		...(move.by === "system" ? [text.byItself] : []),
		...(move.needs ? [text.needs(move.needs)] : []),
		...(move.when ? [text.onlyWhere(describeConditions(lifecycle, move.when))] : []),
		...(move.given ? [text.says(describeConditions(lifecycle, move.given))] : []),
		...(move.requires ?? []).map((requirement) => describeRequirement(lifecycle, requirement)),
	];
}

export function labelOf(lifecycle: Lifecycle, field: TicketFieldName): string {
	const own = lifecycle.fields.find(({ name }) => name === field)?.label;
	return own?.toLowerCase() ?? (isDeclared(field) ? field : fieldLabel(lifecycle.kind, field));
}

function describeConditions(lifecycle: Lifecycle, conditions: readonly Condition[]): string {
	return conditions
		.map(({ field, isOneOf, not = false }) => {
			const values = isOneOf.map((value) => nameOfValue(lifecycle, field, value)).join(text.or);
			const label = labelOf(lifecycle, field);
			return not ? text.isNot(label, values) : text.is(label, values);
		})
		.join(text.all);
}

function nameOfValue(
	{ fields, closeCodes, holdReasons }: Lifecycle,
	field: TicketFieldName,
	value: string | number | null,
): string {
	if (value === null) return text.empty;
	const own = fields.find(({ name }) => name === field);
	if (own?.type === "flag") return value === 1 ? attentionText.yes : attentionText.no;
	const choices = field === "closeCode" ? closeCodes : field === "holdReason" ? holdReasons : own?.choices;
	return `“${choices?.find((choice) => choice.value === value)?.label ?? value}”`;
}
