import type { Refusal } from "../result.ts";
import { fieldLabel, withArticle } from "./field-labels.ts";
import type { TicketKind } from "./kinds.ts";
import { ticketKinds } from "./known-lifecycles.ts";
import { lifecycleOf } from "./lifecycle.ts";
import type { Ticket, TicketFieldName } from "./ticket.ts";

/** The field in which a ticket names another of its kind as the one that stands for both. */
export const DUPLICATE_OF = "$duplicateOf";

/** What a problem may cause: the incidents themselves, and the changes that are made because of it. */
const CAUSED_KINDS: readonly TicketKind[] = ["incident", "change"];

/** Fields in which a ticket names another ticket, but for those that only its lifecycle gives a meaning. */
export type RelationField = "parentId" | "problemId" | typeof DUPLICATE_OF;

export function isRelation(field: TicketFieldName): field is RelationField {
	return field === "parentId" || field === "problemId" || field === DUPLICATE_OF;
}

/** What a ticket of a kind may be a piece of. Which kinds have tasks, those say themselves. */
export function parentKindsOf(kind: TicketKind): readonly TicketKind[] {
	const named = lifecycleOf(kind).parentKinds ?? [];
	return kind === "task" ? [...named, ...ticketKinds().filter(mayHaveTasks)] : named;
}

/** The kinds that a ticket of a kind may name there. */
function relatedKinds(kind: TicketKind, field: RelationField): readonly TicketKind[] {
	switch (field) {
		case "parentId":
			return parentKindsOf(kind);
		case "problemId":
			return CAUSED_KINDS.includes(kind) ? ["problem"] : [];
		default:
			return [kind];
	}
}

/** Whether a ticket may name another there; whether that would close a circle is seen only where all are known. */
export function mayRelate(
	ticket: Pick<Ticket, "id" | "kind">,
	field: RelationField,
	other: Pick<Ticket, "id" | "kind">,
): boolean {
	return other.id !== ticket.id && relatedKinds(ticket.kind, field).includes(other.kind);
}

/** Why a ticket may not name another there; `undefined` where it may. Code: `reference_not_allowed`. */
export function judgeRelation(
	ticket: Pick<Ticket, "id" | "kind">,
	field: RelationField,
	other: Pick<Ticket, "id" | "kind">,
): Refusal | undefined {
	if (mayRelate(ticket, field, other)) return undefined;
	const what = `${withArticle(other.kind)} as the ${fieldLabel(ticket.kind, field)} of ${withArticle(ticket.kind)}`;
	const message = other.id === ticket.id ? "A ticket can’t name itself here." : `There can’t be ${what}.`;
	return { code: "reference_not_allowed", message, path: field };
}

/** What a circle is refused with. */
export function refuseCircle(number: string, field: RelationField): Refusal {
	const message = `${number} leads back to this ticket: they would go round in a circle.`;
	return { code: "reference_not_allowed", message, path: field };
}

/** Whether tasks may be pieces of a ticket of this kind. */
export function mayHaveTasks(kind: TicketKind): boolean {
	return lifecycleOf(kind).hasTasks ?? false;
}
