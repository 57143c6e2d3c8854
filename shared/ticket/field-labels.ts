import type { TicketKind } from "./kinds.ts";
import { findField } from "./lifecycle.ts";
import { isDeclared, type TicketFieldName } from "./ticket.ts";

type OwnField = Exclude<TicketFieldName, `$${string}`>;

/** Field names as people say them, for messages. */
const FIELD_LABELS: Readonly<Record<OwnField, string>> = {
	shortDescription: "short description",
	description: "description",
	state: "state",
	holdReason: "hold reason",
	followUpAt: "follow-up time",
	impact: "impact",
	urgency: "urgency",
	teamId: "team",
	assigneeId: "assignee",
	callerId: "caller",
	ciId: "configuration item",
	serviceId: "service",
	category: "category",
	subcategory: "subcategory",
	closeCode: "close code",
	closeNotes: "close notes",
	parentId: "parent",
	problemId: "problem",
};

/** Whether every kind has the field, undeclared. */
export function isOwnField(name: string): name is OwnField {
	return Object.hasOwn(FIELD_LABELS, name);
}

/** `close notes`, `back-out plan`: within a sentence. */
export function fieldLabel(kind: TicketKind, field: TicketFieldName): string {
	if (!isDeclared(field)) return FIELD_LABELS[field as OwnField];
	const label = findField(kind, field)?.label ?? field.slice(1);
	return /^[A-Z][a-z]/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label;
}

/** `a close code`, `close notes`, `an assignee or team`. */
export function withArticle(label: string): string {
	if (label.endsWith("notes")) return label;
	return `${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
}
