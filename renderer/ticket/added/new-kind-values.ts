import { z } from "zod";
import { can, type Role } from "../../../shared/permission/permission.ts";
import { isFilled } from "../../../shared/ticket/judge-values.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import {
	type FieldDefinition,
	findField,
	lifecycleOf,
	type Requirement,
} from "../../../shared/ticket/lifecycle.ts";
import { openTicket } from "../../../shared/ticket/open.ts";
import { openingGaps } from "../../../shared/ticket/opening-needs.ts";
import type { Ticket, TicketFieldName, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { fieldName, ticketText } from "../../text/en/ticket.ts";

/** What the form holds; half filled values are kept as they are, and judged when it is sent. */
export const newKindValuesSchema = z.strictObject({
	fields: z.record(
		z.string(),
		z.union([z.string(), z.number(), z.null()]),
	) as unknown as z.ZodType<TicketPatch>,
	note: z.string(),
});
export type NewKindValues = Readonly<z.infer<typeof newKindValuesSchema>>;

export const EMPTY_KIND_VALUES: NewKindValues = { fields: { impact: 3, urgency: 3 }, note: "" };

const NOT_MADE_YET = {
	id: "00000000-0000-7000-8000-000000000000",
	number: "NEW",
	openedById: null,
	at: 0,
} as const;

/** The ticket as it would be opened by now: what its rules are asked about. */
export function ticketOf(kind: TicketKind, { fields }: NewKindValues): Ticket {
	return openTicket({ ...NOT_MADE_YET, kind, set: fields }).opened;
}

/** What an intent sets: what was left empty is not set, but where it would be filled by itself. */
export function patchOf(kind: TicketKind, { fields }: NewKindValues): TicketPatch {
	const isSaid = ([name, value]: readonly [string, unknown]) =>
		isFilled(value) || findField(kind, name)?.initial !== undefined;
	const said = Object.entries(fields).filter(isSaid);
	return Object.fromEntries(
		said.map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
	);
}

/** The fields that every form has, in places of their own. */
export const USUAL_FIELDS: ReadonlySet<string> = new Set([
	"shortDescription",
	"description",
	"callerId",
	"parentId",
	"impact",
	"urgency",
	"teamId",
	"assigneeId",
	"serviceId",
	"ciId",
	"state",
]);

/** Of the fields that the kind declares those that are filled when it is opened, and whatever else is asked for. */
export function fieldsToFill(
	kind: TicketKind,
	requirements: readonly Requirement[],
	roles: readonly Role[],
): readonly TicketFieldName[] {
	const asked = requirements.flatMap(({ anyOf }) => anyOf ?? []);
	const declared = lifecycleOf(kind).fields.filter(
		(field) => asked.includes(field.name) || isForOpener(field, roles),
	);
	const further = asked.filter((field) => !USUAL_FIELDS.has(field) && !findField(kind, field));
	return [...new Set([...declared.map(({ name }) => name), ...further])];
}

function isForOpener(field: FieldDefinition, roles: readonly Role[]): boolean {
	const { type, isByRule = false, isShownApart = false, steps, needs } = field;
	if (isByRule || isShownApart || steps || type === "offer" || type === "answers") return false;
	return needs === undefined || can(roles, needs);
}

/** Everything that is missing, each at the field where it is asked for. */
export function findMissing(ticket: Ticket, note: string): Readonly<Record<string, string>> {
	const missing: Record<string, string> = {};
	for (const { anyOf, note: noteKind } of openingGaps(ticket, note)) {
		const [first] = anyOf ?? [];
		if (anyOf && first !== undefined)
			missing[first] = ticketText.move.needed(anyOf.map(fieldName).join(" / "));
		if (noteKind) missing.note = ticketText.move.needed(noteLabel(noteKind));
	}
	return missing;
}

export function noteLabel(kind: "comment" | "workNote"): string {
	return ticketText.move[kind];
}
