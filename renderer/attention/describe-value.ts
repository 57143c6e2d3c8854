import { parseAnswers } from "../../shared/request/answers.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { type Choice, type FieldDefinition, findField, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { HOLD_REASON } from "../../shared/ticket/lifecycles/incident.ts";
import { ARTICLES, LINKS, TAGS } from "../../shared/ticket/parts/common-fields.ts";
import { readLinks } from "../../shared/ticket/parts/links.ts";
import { readTags } from "../../shared/ticket/parts/tags.ts";
import type { Priority } from "../../shared/ticket/priority.ts";
import { attentionText } from "../text/en/attention.ts";
import { knowledgeText } from "../text/en/knowledge.ts";
import { linksText } from "../text/en/links.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatShort } from "../text/time.ts";

export type FieldValue = string | number | null;

/** What names and words depend on. */
export interface Wording {
	readonly kind: TicketKind;
	readonly names: Readonly<Record<string, string>>;
}

/** A field's value in words; `null` for nothing. */
export function describeValue(field: string, value: FieldValue, { kind, names }: Wording): string | null {
	if (value === null || value === "") return null;
	switch (field) {
		case "state":
			return ticketText.state(kind, Number(value));
		case "priority":
			return isPriority(value) ? ticketText.priority(value) : String(value);
		case "impact":
		case "urgency":
			return ticketText.level(Number(value));
		case "holdReason":
			return Number(value) in HOLD_REASONS ? ticketText.holdReason(Number(value)) : String(value);
		case "followUpAt":
		case "openedAt":
		case "resolvedAt":
		case "closedAt":
			return formatShort(Number(value));
		case TAGS:
			return readTags(value).join(", ");
		case ARTICLES:
			return readTags(value)
				.map((id) => knowledgeText.quoted(names[id]))
				.join(", ");
		case LINKS:
			return readLinks(value)
				.map((link) => linksText.one(link.kind, names[link.ticketId]))
				.join(", ");
		case "$asked":
			return wordsOfAnswers(value);
		case "closeCode":
			return labelOf(lifecycleOf(kind).closeCodes, value);
		default:
			return describeOther(field, value, { kind, names });
	}
}

/** A field of the kind's own by its type; any other that names something, by what that is called. */
function describeOther(field: string, value: string | number, { kind, names }: Wording): string {
	const declared = findField(kind, field);
	switch (declared?.type) {
		case "choice":
			return labelOf(declared.choices, value);
		case "flag":
			return value === 1 ? attentionText.yes : attentionText.no;
		case "moment":
			return formatShort(Number(value));
		case "person":
		case "team":
		case "ci":
		case "ticket":
			return names[String(value)] ?? String(value);
		default:
			return describeDeclared(findField(kind, field), value) ?? names[String(value)] ?? String(value);
	}
}

/** A field that the ticket's kind declares; `null` where its value says it all. */
function describeDeclared(field: FieldDefinition | undefined, value: string | number): string | null {
	switch (field?.type) {
		case "choice":
			return field.choices?.find((choice) => choice.value === value)?.label ?? null;
		case "moment":
			return formatShort(Number(value));
		case "flag":
			return value === 1 ? ticketText.yes : ticketText.no;
		default:
			return null;
	}
}

function labelOf(choices: readonly Choice[] | undefined, value: string | number): string {
	return choices?.find((choice) => choice.value === value)?.label ?? String(value);
}

const HOLD_REASONS: Readonly<Record<number, true>> = Object.fromEntries(
	Object.values(HOLD_REASON).map((reason) => [reason, true]),
);

function isPriority(value: FieldValue): value is Priority {
	return typeof value === "number" && value >= 1 && value <= 5;
}

/** `Size: M, Colour: red`: what of a requested item's answers is filled. */
function wordsOfAnswers(value: FieldValue): string {
	const filled = (parseAnswers(value) ?? []).filter((answer) => answer.value !== null && answer.value !== "");
	return filled.map((answer) => `${answer.label}: ${answer.value}`).join(", ");
}
