import { parseAnswers } from "../../shared/request/answers.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { HOLD_REASON } from "../../shared/ticket/lifecycles/incident.ts";
import type { Priority } from "../../shared/ticket/priority.ts";
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
		case "$asked":
			return wordsOfAnswers(value);
		default:
			return field.endsWith("Id") ? (names[String(value)] ?? String(value)) : String(value);
	}
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
