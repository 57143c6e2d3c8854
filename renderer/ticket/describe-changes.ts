import type { HistoryEntry } from "../../shared/api/tickets.ts";
import type { FieldChange, FieldChanges } from "../../shared/ticket/apply.ts";
import { findField } from "../../shared/ticket/lifecycle.ts";
import { describeValue, type FieldValue, type Wording } from "../attention/index.ts";
import { fieldName } from "../text/en/ticket.ts";
import { describeParts } from "./tags/describe-parts.ts";

/** One changed field as a person reads it. */
export interface DescribedChange {
	readonly field: string;
	readonly label: string;
	readonly from: string | null;
	readonly to: string | null;
	/** Long text: only that it changed is said. */
	readonly isText: boolean;
}

/** How something was solved is read in full, also after a reopen took it back. */
function isText(field: string, { kind }: Wording): boolean {
	return field === "description" || findField(kind, field)?.type === "longText";
}

/** Follows from another field of the same entry. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
	resolvedAt: ["state"],
	closedAt: ["state"],
	sourceState: ["state"],
	reopenCount: ["state"],
};

/** The changes of a history entry, the telling ones first, those that merely follow left out. */
export function describeChanges(entry: HistoryEntry, wording: Wording): readonly DescribedChange[] {
	return describeChangeSet(entry.changes, wording);
}

/** The same of changes that are yet to be made. */
export function describeChangeSet(changes: FieldChanges, wording: Wording): readonly DescribedChange[] {
	const fields = Object.keys(changes).filter(
		(field) => !(FOLLOWS[field] ?? []).some((cause) => cause in changes),
	);
	return fields.sort(byWeight).flatMap((field) => {
		const change = changes[field];
		if (!change || (isEmpty(change.from) && isEmpty(change.to))) return [];
		return {
			field,
			label: fieldName(field),
			...describeFromTo(field, change, wording),
			isText: isText(field, wording),
		};
	});
}

function describeFromTo(
	field: string,
	{ from, to }: FieldChange,
	wording: Wording,
): Pick<DescribedChange, "from" | "to"> {
	const parts = describeParts(field, from, to, wording);
	if (parts !== null) return { from: null, to: parts };
	return { from: describeValue(field, from, wording), to: describeValue(field, to, wording) };
}

const WEIGHTS = ["state", "holdReason", "priority", "assigneeId", "teamId", "impact", "urgency"];

function byWeight(first: string, second: string): number {
	const place = (field: string) => (WEIGHTS.includes(field) ? WEIGHTS.indexOf(field) : WEIGHTS.length);
	return place(first) - place(second);
}

function isEmpty(value: FieldValue): boolean {
	return value === null || value === "";
}
