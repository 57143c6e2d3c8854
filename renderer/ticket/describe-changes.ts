import type { HistoryEntry } from "../../shared/api/tickets.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { HOLD_REASON } from "../../shared/ticket/lifecycles/incident.ts";
import type { Priority } from "../../shared/ticket/priority.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import { formatShort } from "../text/time.ts";

export type FieldValue = string | number | null;

/** One changed field as a person reads it. */
export interface DescribedChange {
	readonly field: string;
	readonly label: string;
	readonly from: string | null;
	readonly to: string | null;
	/** Long text: only that it changed is said. */
	readonly isText: boolean;
}

/** What names and words depend on. */
export interface Wording {
	readonly kind: TicketKind;
	readonly names: Readonly<Record<string, string>>;
}

const TEXTS: ReadonlySet<string> = new Set(["description", "closeNotes"]);
/** Follows from another field of the same entry. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
	resolvedAt: ["state"],
	closedAt: ["state"],
	sourceState: ["state"],
	reopenCount: ["state"],
};

/** The changes of a history entry, the telling ones first, those that merely follow left out. */
export function describeChanges(entry: HistoryEntry, wording: Wording): readonly DescribedChange[] {
	const fields = Object.keys(entry.changes).filter(
		(field) => !(FOLLOWS[field] ?? []).some((cause) => cause in entry.changes),
	);
	return fields.sort(byWeight).flatMap((field) => {
		const change = entry.changes[field];
		if (!change || (isEmpty(change.from) && isEmpty(change.to))) return [];
		return {
			field,
			label: fieldName(field),
			from: describeValue(field, change.from, wording),
			to: describeValue(field, change.to, wording),
			isText: TEXTS.has(field),
		};
	});
}

const WEIGHTS = ["state", "holdReason", "priority", "assigneeId", "teamId", "impact", "urgency"];

function byWeight(first: string, second: string): number {
	const place = (field: string) => (WEIGHTS.includes(field) ? WEIGHTS.indexOf(field) : WEIGHTS.length);
	return place(first) - place(second);
}

function isEmpty(value: FieldValue): boolean {
	return value === null || value === "";
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
