import {
	APPROVAL_STATES,
	APPROVED_FIELDS,
	CHANGE_STATE,
	CHANGE_TYPE,
	TEMPLATE_FIELDS,
} from "../ticket/lifecycles/change.ts";
import { fieldValue, type Ticket, type TicketFieldName } from "../ticket/ticket.ts";
import { type ChangeTemplate, differencesFromTemplate } from "./templates.ts";

/** What an edit of a change does beyond what it says. */
export type Consequence =
	/** What was approved is no longer what is planned: approvals are void, and it is New again. */
	| { readonly kind: "voids"; readonly fields: readonly TicketFieldName[] }
	/** It is a normal change from now on, and New. `template` is `null` where there is none of that id. */
	| {
			readonly kind: "leaves-template";
			readonly fields: readonly TicketFieldName[];
			readonly template: ChangeTemplate | null;
	  };

/** The consequence of an edit, if it has one: the page asks before it, the desk brings it about. */
export function consequenceOf(
	before: Ticket | null,
	after: Ticket,
	templates: readonly ChangeTemplate[],
): Consequence | null {
	if (after.kind !== "change") return null;
	if (after.$type === CHANGE_TYPE.standard) return leavingTemplate(before, after, templates);
	if (!before || before.state !== after.state || !APPROVAL_STATES.includes(after.state)) return null;
	const fields = changed(before, after, APPROVED_FIELDS);
	return fields.length === 0 ? null : { kind: "voids", fields };
}

/** A standard change is allowed by its template, which says nothing of its window. */
function leavingTemplate(
	before: Ticket | null,
	after: Ticket,
	templates: readonly ChangeTemplate[],
): Consequence | null {
	const id = fieldValue(after, "$template") ?? null;
	if (id === null || (after.state !== CHANGE_STATE.new && after.state !== CHANGE_STATE.scheduled))
		return null;
	const isChosen = changed(before, after, ["$template", "$type"]).length > 0;
	if (!isChosen && changed(before, after, TEMPLATE_FIELDS).length === 0) return null;
	const template = templates.find((known) => known.id === id) ?? null;
	// Of one that was taken away since, nothing is known to differ.
	if (!template) return isChosen ? { kind: "leaves-template", fields: [], template } : null;
	const fields = differencesFromTemplate(template, after);
	return fields.length === 0 ? null : { kind: "leaves-template", fields, template };
}

/** Fields that say something else than before; all that say anything, of a new ticket. */
function changed(
	before: Ticket | null,
	after: Ticket,
	fields: readonly TicketFieldName[],
): readonly TicketFieldName[] {
	const saidIn = (ticket: Ticket, field: TicketFieldName) => fieldValue(ticket, field) ?? null;
	return fields.filter((field) => (before ? saidIn(before, field) : null) !== saidIn(after, field));
}
